package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Dates and times of a source, and the moment that each of them is. */
final class Temporals {
  /** Numbers from here on are milliseconds: as seconds they would lie in the year 5138. */
  static final BigDecimal MILLISECONDS_FROM = new BigDecimal("1E+11");

  /** Numbers from here on are microseconds: as milliseconds they would lie in the year 5138. */
  private static final BigDecimal MICROSECONDS_FROM = new BigDecimal("1E+14");

  private static final long SECONDS_OF_YEAR = 31_556_952;

  private Temporals() {}

  /**
   * The date or time that a value is, within the years 1 to 9999; null where it stands for none,
   * such as 0000-00-00.
   */
  static @Nullable Temporal read(Object value, Notation notation) throws Misfit {
    Temporal read = any(value, notation);
    if (read != null) {
      long year =
          read instanceof Instant instant
              ? 1970 + instant.getEpochSecond() / SECONDS_OF_YEAR
              : read.get(ChronoField.YEAR);
      if (year < 1 || year > 9999) {
        throw new Misfit("'" + Texts.describe(value) + "' lies outside the years 1 to 9999");
      }
    }
    return read;
  }

  private static @Nullable Temporal any(Object value, Notation notation) throws Misfit {
    if (value instanceof String text) {
      return text(text, notation);
    }
    if (value instanceof ZonedDateTime time) {
      return time.toOffsetDateTime();
    }
    if (value instanceof Instant
        || value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      return (Temporal) value;
    }
    if (value instanceof Number) {
      return number(Decimals.of(value, null), notation);
    }
    throw new Misfit("'" + Texts.describe(value) + "' is neither a date nor a time");
  }

  private static @Nullable Temporal text(String text, Notation notation) throws Misfit {
    if (IsoText.isZero(text)) {
      return null;
    }
    TimeFormat format = notation.format();
    if (format != null) {
      return format.read(text);
    }
    Temporal iso = IsoText.read(text);
    if (iso != null) {
      return iso;
    }
    if (isNumber(text)) {
      return number(Decimals.of(text, '.'), notation);
    }
    throw new Misfit(
        "'"
            + Texts.describe(text)
            + "' is no date or time as 2026-03-31 or 2026-03-31T10:15:00Z; say how it is written,"
            + " for example format: dd/MM/yyyy");
  }

  private static Temporal number(BigDecimal number, Notation notation) throws Misfit {
    TimeFormat format = notation.format();
    if (format != null && format.isExcel()) {
      return format.excel(number);
    }
    BigDecimal seconds = number;
    if (number.abs().compareTo(MICROSECONDS_FROM) >= 0) {
      seconds = number.movePointLeft(6);
    } else if (number.abs().compareTo(MILLISECONDS_FROM) >= 0) {
      seconds = number.movePointLeft(3);
    }
    if (seconds.abs().compareTo(MILLISECONDS_FROM) >= 0) {
      throw new Misfit("'" + number.toPlainString() + "' is no time");
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }

  private static boolean isNumber(String text) {
    for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /**
   * The moment that a date or time is, in the mapping's zone where it has none of its own.
   *
   * <p>A local time that the clock skips in spring is taken as long after the change as it was
   * meant to be after the hour that is missing; one that it shows twice in autumn is taken as the
   * first of the two. Both are told as a warning.
   */
  static Instant moment(Temporal value, Notation notation, Doubts doubts) throws Misfit {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    ZoneId zone = notation.zone();
    if (zone == null) {
      throw new Misfit(
          "'" + value + "' has no zone; say where that time is meant, for example zone: UTC");
    }
    LocalDateTime local =
        value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
    doubt(local, zone, doubts);
    return local.atZone(zone).toInstant();
  }

  /** A local time; where the clock shows it twice, the last one before that comes once. */
  static Temporal beforeDoubled(Temporal value, Notation notation) {
    ZoneId zone = notation.zone();
    if (zone == null || !(value instanceof LocalDateTime local)) {
      return value;
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change == null || change.isGap() ? value : change.getDateTimeAfter().minusNanos(1_000);
  }

  private static void doubt(LocalDateTime local, ZoneId zone, Doubts doubts) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      doubts.about(
          "'"
              + local
              + "' does not exist in "
              + zone
              + ", where the clock is put forward;"
              + " taken as "
              + local.plus(change.getDuration()));
    } else if (change != null) {
      doubts.about(
          "'"
              + local
              + "' exists twice in "
              + zone
              + ", where the clock is put back;"
              + " taken as the first, at "
              + change.getOffsetBefore());
    }
  }
}

package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;

/**
 * How dates and times are written: a pattern such as {@code dd/MM/yyyy HH:mm}, or {@code excel}.
 */
public final class TimeFormat {
  /** Days since 1899-12-30, as spreadsheets count them. */
  public static final String EXCEL = "excel";

  private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
  private static final BigDecimal NANOS_OF_DAY = new BigDecimal("86400000000000");

  /** Each of its numbers is another, and none is another's that is often mistaken for it. */
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2026, 11, 23, 14, 35, 48, 0, ZoneOffset.UTC);

  private final String text;
  private final DateTimeFormatter formatter;

  private TimeFormat(String text, DateTimeFormatter formatter) {
    this.text = text;
    this.formatter = formatter;
  }

  /**
   * A pattern of {@code java.time}; {@code yyyy} and {@code uuuu} are both the year.
   *
   * @throws IllegalArgumentException where it is none, with a message for a shop owner
   */
  public static TimeFormat of(String text) {
    if (text.equals(EXCEL)) {
      return new TimeFormat(text, DateTimeFormatter.ISO_DATE);
    }
    String wrong = TimePattern.wrong(text);
    if (wrong != null) {
      throw new IllegalArgumentException("'" + text + "': " + wrong);
    }
    try {
      DateTimeFormatterBuilder builder =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(text.replace('y', 'u'));
      if (!text.contains("d")) {
        builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
      }
      if (text.contains("H") || text.contains("h")) {
        builder.parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0);
      }
      DateTimeFormatter formatter =
          builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
      return requireReads(new TimeFormat(text, formatter));
    } catch (IllegalArgumentException | DateTimeException | Misfit e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no pattern for dates; write for example dd/MM/yyyy HH:mm, and other letters in"
              + " quotes, yyyy-MM-dd'T'HH:mm",
          e);
    }
  }

  /** A pattern is right that reads what it writes. */
  private static TimeFormat requireReads(TimeFormat format) throws Misfit {
    Temporal read = format.read(format.formatter.format(SAMPLE));
    boolean day = !format.hasDay() || LocalDate.from(read).equals(SAMPLE.toLocalDate());
    boolean time =
        !(read instanceof LocalDateTime local)
            || local.toLocalTime().equals(SAMPLE.toLocalTime().truncatedTo(ChronoUnit.SECONDS))
            || local.toLocalTime().equals(SAMPLE.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    if (!day || !time) {
      throw new DateTimeException("it reads other than it writes");
    }
    return format;
  }

  /** Whether it tells the day, not the month alone. */
  public boolean hasDay() {
    return text.equals(EXCEL) || text.contains("d");
  }

  /** Whether its year has two digits, so that the century is a guess. */
  public boolean hasShortYear() {
    return text.contains("yy") && !text.contains("yyy")
        || text.contains("uu") && !text.contains("uuu");
  }

  Temporal read(String value) throws Misfit {
    if (text.equals(EXCEL)) {
      return excel(Decimals.of(value, value.indexOf(',') >= 0 ? ',' : '.'));
    }
    try {
      Temporal read = IsoText.temporal(formatter.parse(value));
      if (read != null) {
        return read;
      }
    } catch (DateTimeException e) {
      throw misfit(value);
    }
    throw misfit(value);
  }

  /** A number that a spreadsheet shows as a date. */
  Temporal excel(BigDecimal days) throws Misfit {
    // Before 61 a spreadsheet counts a 29th of February 1900 that never was.
    if (days.compareTo(BigDecimal.valueOf(61)) < 0
        || days.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
      throw new Misfit("'" + days + "' is no date of a spreadsheet");
    }
    long day = days.longValue();
    long nanos = days.subtract(BigDecimal.valueOf(day)).multiply(NANOS_OF_DAY).longValue();
    // A day has 86,400 seconds and a spreadsheet some 15 digits: to the nearest second.
    long seconds = (nanos + 500_000_000) / 1_000_000_000;
    return EXCEL_ZERO.plusDays(day).atStartOfDay().plusSeconds(seconds);
  }

  boolean isExcel() {
    return text.equals(EXCEL);
  }

  private Misfit misfit(String value) {
    return new Misfit("'" + Texts.describe(value) + "' is no date written as " + text);
  }

  @Override
  public String toString() {
    return text;
  }
}

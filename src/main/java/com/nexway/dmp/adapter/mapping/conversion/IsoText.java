package com.nexway.dmp.adapter.mapping.conversion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as ISO 8601 and databases write them: {@code 2026-03-01}, {@code 2026-03-01
 * 10:15:00.123}, {@code 2026-03-01T10:15:00Z}, {@code 2026-03-01 10:15:00 -0500}.
 */
final class IsoText {
  private static final int LONGEST = 40;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[' '][XXX][XX][X]['['VV']']")
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private IsoText() {}

  /** The date or time; null where the text is neither. */
  static @Nullable Temporal read(String text) {
    if (text.length() < 10 || text.length() > LONGEST || text.charAt(4) != '-') {
      return null;
    }
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text);
      }
      String plain = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + "Z" : text;
      return temporal(TIME.parse(plain));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** What was read, as the richest of our types that it fills; null where it is no date. */
  static @Nullable Temporal temporal(TemporalAccessor read) {
    if (!read.isSupported(ChronoField.EPOCH_DAY)) {
      return null;
    }
    if (!read.isSupported(ChronoField.NANO_OF_DAY)) {
      return LocalDate.from(read);
    }
    LocalDateTime local = LocalDateTime.from(read);
    if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
      return OffsetDateTime.of(
          local, ZoneOffset.ofTotalSeconds(read.get(ChronoField.OFFSET_SECONDS)));
    }
    return local;
  }

  /** Whether a text is one of the ways in which shops write "no date". */
  static boolean isZero(String text) {
    if (text.startsWith("-0001-11-30")) {
      return true; // 0000-00-00 as PHP writes it
    }
    int zeros = 0;
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char c = text.charAt(i);
      if (c >= '1' && c <= '9') {
        return false;
      }
      zeros += c == '0' ? 1 : 0;
    }
    return zeros >= 6
        && text.length() <= LONGEST
        && (text.indexOf('-') > 0 || text.indexOf('/') > 0 || text.indexOf('.') > 0);
  }
}

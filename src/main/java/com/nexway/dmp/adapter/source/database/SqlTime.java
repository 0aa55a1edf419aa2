package com.nexway.dmp.adapter.source.database;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times in the words of databases, such as {@code 2026-11-01 10:00:00.25+00}. */
final class SqlTime {
  private static final Pattern WORDS =
      Pattern.compile(
          "(-?\\d{4,9})-(\\d\\d)-(\\d\\d)(?:[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?)?"
              + " ?(Z|[+-]\\d\\d(?::\\d\\d){0,2})?( BC)?");

  private SqlTime() {}

  /**
   * A date, a date and time, or a moment, of a year of four digits.
   *
   * @return null where there is no such day or it is written in another way
   */
  static @Nullable Temporal read(String text) {
    Matcher m = WORDS.matcher(text);
    if (!m.matches() || m.group(1).length() > 4 || m.group(9) != null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      if (m.group(4) == null) {
        return date;
      }
      LocalDateTime time = date.atTime(time(m));
      return m.group(8) == null ? time : OffsetDateTime.of(time, ZoneOffset.of(m.group(8)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Where a time stands on a clock: a moment on that of UTC, any other on its own. A day that is
   * none is the nearest one, for a table may be full of them and has an order nevertheless.
   */
  static @Nullable LocalDateTime clock(String text) {
    Matcher m = WORDS.matcher(text);
    if (!m.matches() || number(m, 2) > 12) {
      return null;
    }
    int year = m.group(9) == null ? number(m, 1) : 1 - number(m, 1);
    YearMonth month = YearMonth.of(year, Math.max(1, number(m, 2)));
    LocalDate date = month.atDay(Math.min(month.lengthOfMonth(), Math.max(1, number(m, 3))));
    LocalDateTime time = date.atTime(m.group(4) == null ? LocalTime.MIDNIGHT : time(m));
    return m.group(8) == null
        ? time
        : time.atOffset(ZoneOffset.of(m.group(8)))
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDateTime();
  }

  private static LocalTime time(Matcher m) {
    String fraction = m.group(7) == null ? "0" : m.group(7);
    int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    return LocalTime.of(number(m, 4), number(m, 5), number(m, 6), nanos);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}

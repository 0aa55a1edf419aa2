package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
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
    if (text.contains("YY")) {
      throw new IllegalArgumentException("'" + text + "': write yyyy for the year, not YYYY");
    }
    if (text.contains("DD")) {
      throw new IllegalArgumentException("'" + text + "': write dd for the day, not DD");
    }
    if (!text.contains("y") && !text.contains("u")) {
      throw new IllegalArgumentException(
          "'" + text + "' has no year; write for example dd/MM/yyyy, yyyy-MM-dd HH:mm, or excel");
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
      return new TimeFormat(
          text, builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no pattern for dates; write for example dd/MM/yyyy HH:mm", e);
    }
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

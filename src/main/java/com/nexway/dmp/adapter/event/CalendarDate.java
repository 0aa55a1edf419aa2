package com.nexway.dmp.adapter.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 3339 full-date: yyyy-mm-dd, and a day that the calendar has. */
final class CalendarDate {
  private static final int LENGTH = 10;
  private static final String FORM = "must be a date as yyyy-mm-dd, such as 1968-05-10";
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})-(\\d{2})|(\\d{2})/(\\d{2}|\\d{4})");
  private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].{1,40}");

  private CalendarDate() {}

  static boolean exists(String text) {
    if (!hasForm(text)) {
      return false;
    }
    int month = number(text, 5, 7);
    int day = number(text, 8, LENGTH);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(text, 0, 4), month).lengthOfMonth();
  }

  /** Why a text is no date, and what to write. */
  static String refusal(String text) {
    if (hasForm(text)) {
      return text.equals("0000-00-00")
          ? "is how a shop says that there is no date: leave the property out"
          : "is a day that the calendar does not have: " + FORM;
    }
    Matcher moment = MOMENT.matcher(text);
    if (moment.matches() && exists(moment.group(1))) {
      return "must be a date without a time: write " + moment.group(1);
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return FORM + firstDay(month);
    }
    return FORM;
  }

  private static String firstDay(Matcher month) {
    String year = month.group(1) == null ? month.group(4) : month.group(1);
    String number = month.group(1) == null ? month.group(3) : month.group(2);
    try {
      int century = year.length() == 2 ? 2000 : 0;
      LocalDate first = LocalDate.of(century + Integer.parseInt(year), Integer.parseInt(number), 1);
      return "; where the day is unknown, write day 01: " + first;
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}

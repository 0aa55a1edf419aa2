package com.nexway.dmp.adapter.mapping.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write in a pattern of dates and do not mean, told in words. */
final class TimePattern {
  private static final Pattern LETTERS = Pattern.compile("'[^']*'|(\\p{Alpha})\\1*");

  private TimePattern() {}

  /** What is wrong with a pattern, and what to write; null where nothing of the kind is. */
  static @Nullable String wrong(String pattern) {
    List<Character> letters = letters(pattern);
    if (letters.contains('Y')) {
      return "write yyyy for the year, not YYYY";
    }
    if (!letters.contains('y') && !letters.contains('u')) {
      return "it has no year; write for example dd/MM/yyyy, yyyy-MM-dd HH:mm, or excel";
    }
    String before = " ";
    boolean afternoon = letters.contains('a');
    for (char letter : letters) {
      String wrong =
          switch (letter) {
            case 'D' -> "write dd for the day, not DD";
            case 'h', 'K', 'k' ->
                letter != 'k' && afternoon
                    ? null
                    : letter
                        + " counts the hours of half a day; write HH for hours 0-23, or hh with a"
                        + " for AM and PM";
            case 'm' ->
                "HhK".contains(before)
                    ? null
                    : letters.contains('M')
                        ? "mm are minutes, and stand behind the hour; write MM for the month"
                        : "mm are minutes; write MM for the month";
            case 'M' -> "HhK".contains(before) ? "MM are months; write mm for minutes" : null;
            case 's' -> before.equals("m") ? null : "ss are seconds, and stand behind minutes, mm";
            case 'S' -> before.equals("s") ? null : "SS are parts of a second; write ss";
            default -> null;
          };
      if (wrong != null) {
        return wrong;
      }
      before = String.valueOf(letter);
    }
    return missing(letters);
  }

  private static @Nullable String missing(List<Character> letters) {
    if (!letters.contains('M') && !letters.contains('L')) {
      return "it has no month; write MM for it";
    }
    boolean hour = letters.contains('H') || letters.contains('h') || letters.contains('K');
    return hour && !letters.contains('m') ? "it has hours and no minutes; write HH:mm" : null;
  }

  /** The letters of a pattern in their order, each once where it is repeated. */
  private static List<Character> letters(String pattern) {
    List<Character> letters = new ArrayList<>();
    Matcher matcher = LETTERS.matcher(pattern);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        letters.add(matcher.group(1).charAt(0));
      }
    }
    return letters;
  }
}

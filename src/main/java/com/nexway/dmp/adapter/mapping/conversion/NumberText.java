package com.nexway.dmp.adapter.mapping.conversion;

import com.nexway.dmp.adapter.text.Spreadsheet;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people and spreadsheets write them. */
final class NumberText {
  private static final int LONGEST = 80;
  private static final int LARGEST_EXPONENT = 40;

  private static final String ALONE =
      ": write it alone, or an amount with its currency; where the value is right, write"
          + " otherwise: omit";

  private NumberText() {}

  /**
   * Reads a number.
   *
   * @param mark the decimal mark; the other of point and comma, spaces and apostrophes may then
   *     group thousands. Null: digits and a point alone, since 1,234 could be either
   */
  static BigDecimal read(String text, @Nullable Character mark) throws Misfit {
    if (text.length() > LONGEST) {
      throw notANumber(text, ALONE);
    }
    int end = exponentAt(text);
    StringBuilder plain = new StringBuilder(text.length());
    digits(text, end, mark, plain);
    int exponent = end == text.length() ? 0 : exponent(text, end);
    return new BigDecimal(plain.toString()).scaleByPowerOfTen(exponent);
  }

  private static void digits(String text, int end, @Nullable Character mark, StringBuilder plain)
      throws Misfit {
    int start = end > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (start == 1 && text.charAt(0) == '-') {
      plain.append('-');
    }
    char point = mark == null ? '.' : mark;
    int sinceGroup = -1; // digits since the last thousands mark; -1 where there was none
    int seen = 0;
    boolean fraction = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
        seen++;
        sinceGroup += sinceGroup >= 0 && !fraction ? 1 : 0;
      } else if (c == point && !fraction) {
        requireGroup(text, mark, sinceGroup);
        fraction = true;
        plain.append('.');
      } else if (mark != null && !fraction && groups(c, point) && seen > 0) {
        if (sinceGroup < 0 && seen > 3) {
          throw notANumber(text, markHint(text, mark));
        }
        requireGroup(text, mark, sinceGroup);
        sinceGroup = 0;
      } else {
        throw notANumber(text, markHint(text, mark));
      }
    }
    if (!fraction) {
      requireGroup(text, mark, sinceGroup);
    }
    if (seen == 0) {
      throw notANumber(text, ALONE);
    }
  }

  private static void requireGroup(String text, @Nullable Character mark, int sinceGroup)
      throws Misfit {
    if (sinceGroup >= 0 && sinceGroup != 3) {
      throw notANumber(text, markHint(text, mark));
    }
  }

  private static boolean groups(char c, char point) {
    return switch (c) {
      case ' ', '\u00a0', '\u202f', '\u2009', '\'', '\u2019' -> true;
      case '.', ',' -> c != point;
      default -> false;
    };
  }

  private static int exponentAt(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == 'e' || text.charAt(i) == 'E') {
        return i;
      }
    }
    return text.length();
  }

  private static int exponent(String text, int at) throws Misfit {
    if (Spreadsheet.shortened(text)) {
      throw new Misfit(Spreadsheet.advice(text));
    }
    try {
      int exponent = Integer.parseInt(text.substring(at + 1));
      if (Math.abs(exponent) <= LARGEST_EXPONENT) {
        return exponent;
      }
    } catch (NumberFormatException e) {
      throw notANumber(text, ALONE);
    }
    throw new Misfit("'" + text + "' has more digits than any amount or count has");
  }

  private static String markHint(String text, @Nullable Character mark) {
    boolean comma = text.indexOf(',') >= 0;
    boolean point = text.indexOf('.') >= 0;
    if (mark == null && (comma || point)) {
      char likely = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
      return "; if '" + likely + "' is its decimal mark, write decimal: \"" + likely + "\"";
    }
    if (mark != null && (mark == ',' ? point : comma)) {
      return "; the mapping says decimal: \"" + mark + "\"";
    }
    return ALONE;
  }

  private static Misfit notANumber(String text, String hint) {
    return new Misfit("'" + Texts.describe(text) + "' is not a number" + hint);
  }
}

package com.nexway.dmp.adapter.event;

import org.jspecify.annotations.Nullable;

/**
 * The document's e-mail pattern, {@code
 * /\A([\w+\-](\.[\w+\-])?)+@[a-z\d\-]+(\.[a-z]+)*\.[a-z]+\z/i} in Ruby's reading: {@code \w} and
 * letters are ASCII, upper and lower case alike.
 *
 * <p>Decided by hand, in one pass and without recursion: java.util.regex overflows its stack on
 * this pattern at 2,000 characters. Being decided by hand, it also knows why it says no.
 */
final class EmailPattern {
  private EmailPattern() {}

  /** Why the pattern does not take an address, in words; null where it does. */
  static @Nullable String refusal(String address) {
    if (address.isEmpty()) {
      return "it is empty";
    }
    if (!address.strip().equals(address)) {
      return "it begins or ends with a space or a line end";
    }
    int at = address.indexOf('@');
    if (at < 0) {
      return "it has no @";
    }
    if (address.indexOf('@', at + 1) >= 0) {
      return "it has more than one @";
    }
    String reason = local(address, at);
    return reason != null ? reason : domain(address, at + 1);
  }

  /**
   * A dot needs a character of its own on either side, so between two dots there are at least two.
   */
  private static @Nullable String local(String address, int end) {
    if (end == 0) {
      return "nothing stands before the @";
    }
    int sinceDot = 1; // so that a dot at the beginning finds no character of its own
    boolean dotted = false;
    for (int i = 0; i < end; i++) {
      char c = address.charAt(i);
      if (c != '.') {
        if (!isWord(c) && c != '+' && c != '-') {
          return character(address, i) + " stands before the @";
        }
        sinceDot++;
        continue;
      }
      if (i == 0) {
        return "it begins with a dot";
      }
      if (i + 1 == end) {
        return "a dot stands right before the @";
      }
      if (address.charAt(i - 1) == '.') {
        return "two dots stand in a row";
      }
      if (dotted && sinceDot < 2) {
        return "a single character stands between two dots, ." + address.charAt(i - 1) + ".";
      }
      dotted = true;
      sinceDot = 0;
    }
    return null;
  }

  /** The first part takes letters, digits and hyphens, each further part letters alone. */
  private static @Nullable String domain(String address, int from) {
    if (from == address.length()) {
      return "nothing stands behind the @";
    }
    boolean first = true;
    int begin = from;
    for (int i = from; i <= address.length(); i++) {
      if (i == address.length() || address.charAt(i) == '.') {
        if (i == begin) {
          return emptyPart(address, i, first);
        }
        if (i == address.length()) {
          return first ? "it has no dot behind the @" : null;
        }
        first = false;
        begin = i + 1;
      } else if (!isLetter(address.charAt(i))
          && !(first && (isDigit(address.charAt(i)) || address.charAt(i) == '-'))) {
        return character(address, i)
            + (first ? " stands" : " stands in a later part")
            + " behind the @";
      }
    }
    return null;
  }

  private static String emptyPart(String address, int at, boolean first) {
    if (first) {
      return "a dot stands right behind the @";
    }
    return at == address.length() ? "it ends with a dot" : "two dots stand in a row";
  }

  private static String character(String address, int at) {
    int c = address.codePointAt(at);
    if (c == '\'' || c == '\u2019') {
      return "an apostrophe";
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return "a space or a line end";
    }
    if (isDigit(c)) {
      return "the digit " + Character.toString(c);
    }
    if (Character.isLetter(c)) {
      return "the letter " + Character.toString(c) + ", which is not one of a to z,";
    }
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
        ? "a character that cannot be shown"
        : "the character " + Character.toString(c);
  }

  private static boolean isWord(int c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

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
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final boolean[] LOCAL = set(ALPHABET + DIGITS + "_+-");
  private static final boolean[] FIRST = set(ALPHABET + DIGITS + "-");
  private static final boolean[] LETTERS = set(ALPHABET);

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
    char[] characters = address.toCharArray();
    String reason = local(characters, at);
    return reason != null ? reason : domain(characters, at + 1);
  }

  /**
   * A dot needs a character of its own on either side, so between two dots there are at least two.
   */
  private static @Nullable String local(char[] address, int end) {
    if (end == 0) {
      return "nothing stands before the @";
    }
    int sinceDot = 0;
    boolean dotted = false;
    for (int i = 0; i < end; i++) {
      char c = address[i];
      if (isIn(LOCAL, c)) {
        sinceDot++;
        continue;
      }
      if (c != '.') {
        return character(address, i) + " stands before the @";
      }
      if (i == 0) {
        return "it begins with a dot";
      }
      if (i + 1 == end) {
        return "a dot stands right before the @";
      }
      if (address[i - 1] == '.') {
        return "two dots stand in a row";
      }
      if (dotted && sinceDot < 2) {
        return "a single character stands between two dots, ." + address[i - 1] + ".";
      }
      dotted = true;
      sinceDot = 0;
    }
    return null;
  }

  /** The first part takes letters, digits and hyphens, each further part letters alone. */
  private static @Nullable String domain(char[] address, int from) {
    if (from == address.length) {
      return "nothing stands behind the @";
    }
    boolean[] taken = FIRST;
    int begin = from;
    for (int i = from; i < address.length; i++) {
      char c = address[i];
      if (isIn(taken, c)) {
        continue;
      }
      if (c != '.') {
        String where = taken == FIRST ? " stands" : " stands in a later part";
        return character(address, i) + where + " behind the @";
      }
      if (i == begin) {
        return taken == FIRST ? "a dot stands right behind the @" : "two dots stand in a row";
      }
      taken = LETTERS;
      begin = i + 1;
    }
    if (taken == FIRST) {
      return "it has no dot behind the @";
    }
    return begin == address.length ? "it ends with a dot" : null;
  }

  private static String character(char[] address, int at) {
    int c = Character.codePointAt(address, at);
    if (c == '\'' || c == '\u2019') {
      return "an apostrophe";
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return "a space or a line end";
    }
    if (isDigit(c)) {
      return "the digit " + Character.toString(c);
    }
    if (Character.getType(c) == Character.FORMAT) {
      return "an invisible character, U+%04X,".formatted(c);
    }
    if (Character.isLetter(c)) {
      return "the letter " + Character.toString(c) + ", which is not one of a to z,";
    }
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
        ? "a character that cannot be shown"
        : "the character " + Character.toString(c);
  }

  private static boolean isIn(boolean[] set, char c) {
    return c < set.length && set[c];
  }

  private static boolean[] set(String characters) {
    boolean[] set = new boolean[128];
    for (int i = 0; i < characters.length(); i++) {
      set[characters.charAt(i)] = true;
    }
    return set;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

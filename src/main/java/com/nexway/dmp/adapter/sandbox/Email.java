package com.nexway.dmp.adapter.sandbox;

/**
 * The document's pattern of user.email, read by hand: {@code
 * \A([\w+\-](\.[\w+\-])?)+@[a-z\d\-]+(\.[a-z]+)*\.[a-z]+\z}, ignoring case.
 *
 * <p>A regular expression engine needs a stack as deep as the address is long; this needs none.
 */
final class Email {
  private Email() {}

  static boolean fits(String text) {
    int at = text.indexOf('@');
    return at > 0 && local(text, at) && domain(text, at + 1);
  }

  /** Each dot stands between two characters of its own: two dots are two characters apart. */
  private static boolean local(String text, int end) {
    int freeBefore = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (word(c)) {
        freeBefore++;
      } else if (c == '.' && freeBefore > 0 && i + 1 < end && word(text.charAt(i + 1))) {
        i++;
        freeBefore = 0;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean domain(String text, int start) {
    int i = start;
    while (i < text.length() && (letter(text.charAt(i)) || hostOnly(text.charAt(i)))) {
      i++;
    }
    if (i == start || i == text.length()) {
      return false;
    }
    while (i < text.length()) {
      if (text.charAt(i) != '.') {
        return false;
      }
      int label = ++i;
      while (i < text.length() && letter(text.charAt(i))) {
        i++;
      }
      if (i == label) {
        return false;
      }
    }
    return true;
  }

  private static boolean word(char c) {
    return letter(c) || digit(c) || c == '_' || c == '+' || c == '-';
  }

  private static boolean hostOnly(char c) {
    return digit(c) || c == '-';
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}

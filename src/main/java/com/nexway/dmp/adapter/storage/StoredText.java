package com.nexway.dmp.adapter.storage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text as both stores take it. PostgreSQL refuses U+0000 in a text, and neither keeps half of a
 * surrogate pair, while a webhook's JSON or a damaged line of CSV may hold either. Such a character
 * is written as an escape and comes back as it was: what is stored is the same in both, and what is
 * read is what was stored.
 */
final class StoredText {
  /** Begins an escape: the control character "substitute". */
  private static final char ESCAPE = '\u001A';

  private static final int DIGITS = 4;

  private StoredText() {}

  /** As it is bound to a statement. */
  static String written(String text) {
    int at = firstOdd(text);
    if (at < 0) {
      return text;
    }
    StringBuilder written = new StringBuilder(text.length() + DIGITS + 1).append(text, 0, at);
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isOdd(text, i)) {
        written.append(ESCAPE).append(String.format("%04x", (int) c));
      } else {
        written.append(c);
      }
    }
    return written.toString();
  }

  /** As it was before it was stored; empty where nothing was. */
  static String read(@Nullable String stored) {
    int at = stored == null ? -1 : stored.indexOf(ESCAPE);
    if (stored == null || at < 0) {
      return stored == null ? "" : stored;
    }
    StringBuilder read = new StringBuilder(stored.length());
    int from = 0;
    while (at >= 0) {
      int behind = at + 1 + DIGITS;
      read.append(stored, from, at)
          .append((char) Integer.parseInt(stored.substring(at + 1, behind), 16));
      from = behind;
      at = stored.indexOf(ESCAPE, from);
    }
    return read.append(stored, from, stored.length()).toString();
  }

  /** A constant as it is stored: in small letters, with blanks. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The constant that a word stands for. */
  static <E extends Enum<E>> E constant(String word, Class<E> of) {
    return Enum.valueOf(of, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static int firstOdd(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOdd(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOdd(String text, int at) {
    char c = text.charAt(at);
    if (c > ESCAPE && c < Character.MIN_SURROGATE) {
      return false; // nearly every character, and each of every text is looked at
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return c == 0
        || c == ESCAPE
        || Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

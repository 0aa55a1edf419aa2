package com.nexway.dmp.adapter.text;

import java.nio.file.Path;

/**
 * Names and texts of strangers as a log and a console may show them: on one line, in the order in
 * which they are written, without anything that a terminal obeys. A file may be called {@code
 * "orders\n2026-01-01 ERROR all is lost.csv"}.
 */
public final class OneLine {
  /** Longest text that is shown whole, in characters: as long as a file's name may be. */
  public static final int LONGEST = 255;

  /** Joiners that words of some languages, and emoji, need; they move nothing. */
  private static final String JOINERS = "\u200c\u200d";

  private OneLine() {}

  /** A text on one line, cut behind {@link #LONGEST} characters. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /** The last part of a path on one line. */
  public static String name(Path file) {
    Path name = file.getFileName();
    return of(name == null ? file.toString() : name.toString());
  }

  /**
   * A text on one line.
   *
   * @param longest characters of {@code text} that are shown; what is cut is told by {@code …}
   */
  public static String of(String text, int longest) {
    int end = Math.min(text.length(), longest);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder shown = new StringBuilder(end + 1);
    escape(text, end, "", shown);
    return end < text.length() ? shown.append('…').toString() : shown.toString();
  }

  /**
   * A text of several lines that the program wrote itself, whole: line feeds and tabs stay, what
   * else a terminal obeys is escaped.
   */
  public static String each(String lines) {
    StringBuilder shown = new StringBuilder(lines.length());
    escape(lines, lines.length(), "\n\t", shown);
    return shown.toString();
  }

  private static void escape(String text, int end, String kept, StringBuilder shown) {
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      int length = Character.charCount(c);
      if (c == '\n' && kept.isEmpty()) {
        shown.append("\\n");
      } else if (c == '\r') {
        shown.append("\\r");
      } else if (isHarmless(c) || kept.indexOf(c) >= 0) {
        shown.appendCodePoint(c);
      } else {
        for (int unit = i; unit < i + length; unit++) {
          shown.append(String.format("\\u%04x", (int) text.charAt(unit)));
        }
      }
      i += length;
    }
  }

  /** Controls, line separators, lone surrogates, and what turns or hides letters are not. */
  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> JOINERS.indexOf(c) >= 0;
      default -> true;
    };
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where one record ends, where its columns part, and what is wrong with it. */
final class RecordShape {
  private static final int MOST_COLUMNS = 20_000;

  /** The text by index; -1 behind its end. */
  interface Text {
    int at(int index) throws IOException;
  }

  private final Text text;
  private final char delimiter;
  private final int columns;
  private final int longest;

  private int[] parts = new int[64];
  private int found;
  private int filled;
  private int from;
  private int next;
  private int lines;
  private int secondLine;
  private boolean oddBytes;
  private boolean zeros;
  private @Nullable String problem;

  /**
   * @param columns how many columns a record has; 0 where any number is fine
   */
  RecordShape(Text text, char delimiter, int columns, int longest) {
    this.text = text;
    this.delimiter = delimiter;
    this.columns = columns;
    this.longest = longest;
  }

  /** Follows the record that begins at an index. */
  void follow(int begin) throws IOException {
    from = begin;
    next = -1;
    found = 0;
    filled = 0;
    lines = 1;
    secondLine = -1;
    oddBytes = false;
    zeros = false;
    problem = null;
    int at = begin;
    while (true) {
      at = text.at(at) == '"' ? quoted(at + 1) : plain(at);
      if (problem != null) {
        return;
      }
      if (text.at(at) != delimiter) {
        break;
      }
      part(at);
      at++;
    }
    next = behindLineEnd(at);
    part(at);
    judge();
  }

  private int plain(int begin) throws IOException {
    int at = begin;
    while (true) {
      int c = text.at(at);
      if (c == delimiter || c == '\n' || c == '\r' || c < 0) {
        return at;
      }
      note(c);
      zeros |= c == CsvText.DELIMITER;
      at++;
      if (tooLong(at)) {
        return at;
      }
    }
  }

  private int quoted(int begin) throws IOException {
    int at = begin;
    while (true) {
      int c = text.at(at);
      if (c < 0) {
        problem = "a quote is opened in column " + (found + 1) + " and never closed";
        return at;
      }
      if (c == '"') {
        if (text.at(at + 1) != '"') {
          return behindQuote(at + 1);
        }
        at++;
      } else if (c == '\n' || c == '\r') {
        at = behindLineEnd(at) - 1;
        lines++;
        secondLine = secondLine < 0 ? at + 1 : secondLine;
      }
      note(c);
      at++;
      if (tooLong(at)) {
        return at;
      }
    }
  }

  /** Blanks may follow a closing quote, and nothing else. */
  private int behindQuote(int begin) throws IOException {
    int at = begin;
    int c = text.at(at);
    while (c == ' ' && c != delimiter) {
      at++;
      c = text.at(at);
    }
    if (c != delimiter && c != '\n' && c != '\r' && c >= 0) {
      problem =
          "text follows the closing quote of column "
              + (found + 1)
              + "; inside quotes, a quote is written twice (\"\")";
    }
    return at;
  }

  private void note(int c) {
    if (c > ' ') {
      filled = found + 1;
      oddBytes |= c == CsvText.NO_CHARACTER;
    } else {
      zeros |= c == 0;
    }
  }

  private boolean tooLong(int at) {
    if (at - from > longest) {
      problem = "the record is longer than " + longest + " characters (max-line)";
    }
    return problem != null;
  }

  private void part(int at) {
    if (found == parts.length) {
      if (found >= MOST_COLUMNS) {
        problem = "the record has more than " + MOST_COLUMNS + " columns";
        return;
      }
      parts = Arrays.copyOf(parts, parts.length * 2);
    }
    parts[found++] = at;
  }

  private void judge() {
    if (problem != null || isEmpty()) {
      return;
    }
    if (columns > 0 && (found < columns || filled > columns)) {
      problem = "the record has " + found + " columns, the header has " + columns;
    } else if (oddBytes) {
      problem =
          "there are bytes that are no text in the file's character set; Excel often writes"
              + " windows-1252 (see charset)";
    } else if (zeros) {
      problem =
          "there are control characters, as in files that are no text; Excel's Unicode text is"
              + " UTF-16LE (see charset)";
    }
  }

  private int behindLineEnd(int at) throws IOException {
    int c = text.at(at);
    if (c < 0) {
      return at;
    }
    return c == '\r' && text.at(at + 1) == '\n' ? at + 2 : at + 1;
  }

  /** What is wrong; null where nothing is. */
  @Nullable String problem() {
    return problem;
  }

  /** Whether no column holds anything, as in the lines that spreadsheets leave below a table. */
  boolean isEmpty() {
    return filled == 0;
  }

  /** The index behind the record's end; -1 where the end was not found. */
  int next() {
    return next;
  }

  /** How many lines it takes. */
  int lines() {
    return lines;
  }

  /** Where the second of its lines begins; -1 where it has one. */
  int secondLine() {
    return secondLine;
  }

  /** Its text, the columns parted by {@link CsvText#DELIMITER}. */
  String text(char[] buffer) {
    StringBuilder copy = new StringBuilder(parts[found - 1] - from);
    copy.append(buffer, from, parts[found - 1] - from);
    for (int i = 0; i < found - 1; i++) {
      copy.setCharAt(parts[i] - from, CsvText.DELIMITER);
    }
    return copy.toString();
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one record ends, what stands in its columns, and what is wrong with it. */
final class RecordShape {
  /** The longest record in characters, its line breaks in quotes included. */
  static final int LONGEST = 256 << 10;

  private static final int MOST_COLUMNS = 20_000;

  private final TextWindow text;
  private final char delimiter;
  private final int columns;
  private final CellReader cells;

  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private boolean[] doubled = new boolean[64];
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
  RecordShape(TextWindow text, char delimiter, int columns, CellReader cells) {
    this.text = text;
    this.delimiter = delimiter;
    this.columns = columns;
    this.cells = cells;
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
      int quote = behindBlanks(at);
      at = text.at(quote) == '"' ? quoted(quote + 1) : plain(at);
      if (problem != null) {
        return;
      }
      if (text.at(at) != delimiter) {
        break;
      }
      at++;
    }
    next = behindLineEnd(at);
    judge();
  }

  private int behindBlanks(int begin) throws IOException {
    int at = begin;
    while (text.at(at) == ' ' && delimiter != ' ') {
      at++;
    }
    return at;
  }

  private int plain(int begin) throws IOException {
    int at = begin;
    while (true) {
      at = text.behindLetters(at, delimiter);
      if (tooLong(at)) {
        return at;
      }
      int c = text.at(at);
      if (c == delimiter || c == '\n' || c == '\r' || c < 0) {
        cell(begin, at, false);
        return at;
      }
      note(c);
      at++;
    }
  }

  private int quoted(int begin) throws IOException {
    int at = begin;
    boolean twice = false;
    while (true) {
      at = text.behindLetters(at, '"');
      if (tooLong(at)) {
        return at;
      }
      int c = text.at(at);
      if (c < 0) {
        problem = "a quote is opened in column " + (found + 1) + " and never closed";
        return at;
      }
      if (c == '"' && text.at(at + 1) != '"') {
        cell(begin, at, twice);
        return behindQuote(at + 1);
      }
      if (c == '"') {
        twice = true;
        at += 2;
      } else if (c == '\n' || c == '\r') {
        at = behindLineEnd(at);
        lines++;
        secondLine = secondLine < 0 ? at : secondLine;
      } else {
        note(c);
        at++;
      }
    }
  }

  /** Blanks may follow a closing quote, and nothing else. */
  private int behindQuote(int begin) throws IOException {
    int at = behindBlanks(begin);
    int c = text.at(at);
    if (c != delimiter && c != '\n' && c != '\r' && c >= 0) {
      problem =
          "text follows the closing quote of column "
              + found
              + "; inside quotes, a quote is written twice (\"\")";
    }
    return at;
  }

  private void note(int c) {
    oddBytes |= c == RecordScanner.NO_CHARACTER;
    zeros |= c == 0;
  }

  private boolean tooLong(int at) {
    if (at - from > LONGEST) {
      problem = "the record is longer than " + LONGEST + " characters";
    }
    return problem != null;
  }

  private void cell(int begin, int end, boolean twice) {
    if (found == begins.length) {
      if (found >= MOST_COLUMNS) {
        problem = "the record has more than " + MOST_COLUMNS + " columns";
        return;
      }
      begins = Arrays.copyOf(begins, found * 2);
      ends = Arrays.copyOf(ends, found * 2);
      doubled = Arrays.copyOf(doubled, found * 2);
    }
    begins[found] = begin;
    ends[found] = end;
    doubled[found++] = twice;
    if (!text.isBlank(begin, end)) {
      filled = found;
    }
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

  /** What stands in its columns: as many as the header has, or all where that is not known. */
  List<String> values() {
    String[] values = new String[columns > 0 ? columns : found];
    for (int i = 0; i < values.length; i++) {
      String value = text.text(begins[i], ends[i]);
      values[i] = cells.read(doubled[i] ? value.replace("\"\"", "\"") : value);
    }
    return Arrays.asList(values);
  }
}

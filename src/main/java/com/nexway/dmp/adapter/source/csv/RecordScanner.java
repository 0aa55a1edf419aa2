package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text, in one pass: the only grammar that there is. A record that is wrong is
 * set aside and the next line is read as a new one, so that a quote too many costs its own line and
 * no other.
 */
final class RecordScanner implements CsvRows {
  /** What stands for bytes that are no character of the file's character set. */
  static final char NO_CHARACTER = '\uFFFF';

  /** What some programs write in front of a text, more than once. */
  private static final char MARK = '\uFEFF';

  private static final int SHOWN = 1000;
  private static final int LONGEST_HEADER = 100_000;

  private final TextWindow text;
  private final CellReader cells;
  private RecordShape shape;
  private char delimiter = ',';
  private long line = 1;
  private @Nullable Consumer<String> passed;

  /**
   * @param in the text, behind its byte order mark
   * @param cells what becomes of what stands in a column
   */
  RecordScanner(Reader in, CellReader cells) {
    this.text = new TextWindow(in);
    this.cells = cells;
    layout(delimiter, 0);
  }

  /**
   * How the records are written from here on.
   *
   * @param between stands between the columns
   * @param number how many columns a record has; 0 where any number is fine
   */
  RecordScanner layout(char between, int number) {
    delimiter = between;
    shape = new RecordShape(text, between, number, cells);
    return this;
  }

  /**
   * Hands over what is passed, to the letter: a record with its line's end, and each line that is
   * none. Of a line longer than the longest record, the middle is left out.
   */
  void onPassed(Consumer<String> taker) {
    passed = taker;
  }

  /** The line that comes next, without its end, cut at a limit; null at the end of the text. */
  @Nullable String peek() throws IOException {
    int from = text.from();
    if (text.at(from) < 0) {
      return null;
    }
    int at = from;
    int c = text.at(at);
    while (c >= 0 && c != '\n' && c != '\r' && at - from < LONGEST_HEADER) {
      at++;
      c = text.at(at);
    }
    return text.text(from, at);
  }

  /** Passes marks that a program wrote in front of the text. */
  void skipMarks() throws IOException {
    while (text.at(text.from()) == MARK) {
      leave(text.from() + 1, 0);
    }
  }

  /** Passes one line, whatever stands in it. */
  void skipLine() throws IOException {
    leave(endOfLine(), 1);
  }

  @Override
  public @Nullable CsvRow next() throws IOException {
    while (text.at(text.from()) >= 0) {
      CsvRow row = record();
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  /** The record that comes next; null where it is empty. */
  private @Nullable CsvRow record() throws IOException {
    shape.follow(text.from());
    if (shape.problem() != null) {
      return setAside(shape.problem());
    }
    CsvRow row = shape.isEmpty() ? null : CsvRow.read(line, shape.lines(), shape.values());
    leave(shape.next(), shape.lines());
    return row;
  }

  /**
   * Sets a wrong record aside: all its lines where they belong together, else the first alone, and
   * what follows is tried anew.
   */
  private CsvRow setAside(String problem) throws IOException {
    int secondLine = shape.secondLine();
    int next = shape.next();
    int lines = shape.lines();
    boolean whole = next >= 0 && (secondLine < 0 || !beginsRecord(secondLine));
    if (!whole) {
      next = secondLine >= 0 ? secondLine : endOfLine();
      lines = 1;
    }
    int from = text.from();
    String raw = text.text(from, from + Math.min(next - from, SHOWN)).stripTrailing();
    CsvRow bad = new CsvRow(line, lines, parts(raw), raw, problem);
    leave(next, lines);
    return bad;
  }

  /** What seems to stand in the columns of a record whose quotes are not to be trusted. */
  private List<String> parts(String raw) {
    List<String> parts = new ArrayList<>();
    for (String part : raw.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
      parts.add(part.replace("\"", "").strip());
    }
    return parts;
  }

  /** Whether a line inside a wrong record is a fine record by itself: then its quote was none. */
  private boolean beginsRecord(int at) throws IOException {
    shape.follow(at);
    return shape.problem() == null && !shape.isEmpty();
  }

  /** Behind the line that comes next; what is too long to be kept is skipped. */
  private int endOfLine() throws IOException {
    int from = text.from();
    int at = from;
    while (true) {
      int c = text.at(at);
      if (c < 0 || c == '\n') {
        return c < 0 ? at : at + 1;
      }
      if (c == '\r') {
        return text.at(at + 1) == '\n' ? at + 2 : at + 1;
      }
      at++;
      if (at - from > RecordShape.LONGEST) {
        text.cut(from + SHOWN, at);
        at = from + SHOWN;
      }
    }
  }

  private void leave(int next, int lines) {
    if (passed != null && next > text.from()) {
      passed.accept(text.text(text.from(), next));
    }
    text.moveTo(next);
    line += lines;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

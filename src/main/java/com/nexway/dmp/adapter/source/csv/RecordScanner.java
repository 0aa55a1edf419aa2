package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a CSV text and checks what the parser would stumble over: quotes and the
 * number of columns. A record that is wrong is set aside and the next line is read as a new one, so
 * that a quote too many costs its own line and no other.
 */
final class RecordScanner implements RawRecords {
  private static final int CHUNK = 1 << 16;
  private static final int SHOWN = 1000;

  private final Reader in;
  private final int longest;
  private final RecordShape shape;

  private char[] text = new char[CHUNK];
  private int from;
  private int end;
  private boolean ended;
  private long line = 1;
  private long row;
  private @Nullable Consumer<String> passed;

  /**
   * @param in the text
   * @param delimiter between the columns
   * @param columns how many columns a record has; 0 where any number is fine
   * @param longest the longest record, in characters
   */
  RecordScanner(Reader in, char delimiter, int columns, int longest) {
    this.in = in;
    this.longest = longest;
    this.shape = new RecordShape(this::at, delimiter, columns, longest);
  }

  /**
   * Hands over what is passed, to the letter: a record with its line's end, and each empty line. Of
   * a line longer than the longest record, the middle is left out.
   */
  void onPassed(Consumer<String> taker) {
    passed = taker;
  }

  @Override
  public @Nullable RawRecord next() throws IOException {
    while (at(from) >= 0) {
      compact();
      RawRecord record = record();
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  /** The record that begins at {@code from}; null where it is empty. */
  private @Nullable RawRecord record() throws IOException {
    shape.follow(from);
    if (shape.problem() == null && shape.isEmpty()) {
      leave(shape.next(), shape.lines());
      return null;
    }
    row++;
    if (shape.problem() == null) {
      RawRecord read = new RawRecord(row, line, shape.lines(), shape.text(text), null);
      leave(shape.next(), shape.lines());
      return read;
    }
    return setAside(shape.problem());
  }

  /**
   * Sets a wrong record aside: all its lines where they belong together, else the first alone, and
   * what follows is tried anew.
   */
  private RawRecord setAside(String problem) throws IOException {
    int secondLine = shape.secondLine();
    int next = shape.next();
    int lines = shape.lines();
    boolean whole = next >= 0 && (secondLine < 0 || !beginsRecord(secondLine));
    if (!whole) {
      next = secondLine >= 0 ? secondLine : endOfLine();
      lines = 1;
    }
    int shown = Math.min(next - from, SHOWN);
    String raw = new String(text, from, shown).stripTrailing();
    RawRecord bad = new RawRecord(row, line, lines, raw, problem);
    leave(next, lines);
    return bad;
  }

  /** Whether a line inside a wrong record is a fine record by itself: then its quote was none. */
  private boolean beginsRecord(int at) throws IOException {
    shape.follow(at);
    return shape.problem() == null && !shape.isEmpty();
  }

  /** Behind the line that begins at {@code from}; what is too long to be kept is skipped. */
  private int endOfLine() throws IOException {
    int at = from;
    while (true) {
      int c = at(at);
      if (c < 0 || c == '\n') {
        return c < 0 ? at : at + 1;
      }
      if (c == '\r') {
        return at(at + 1) == '\n' ? at + 2 : at + 1;
      }
      at++;
      if (at - from > Math.max(longest, 2 * SHOWN)) {
        System.arraycopy(text, at, text, from + SHOWN, end - at);
        end -= at - from - SHOWN;
        at = from + SHOWN;
      }
    }
  }

  private void leave(int next, int lines) {
    if (passed != null && next > from) {
      passed.accept(new String(text, from, next - from));
    }
    from = next;
    line += lines;
  }

  private void compact() {
    if (from >= CHUNK) {
      System.arraycopy(text, from, text, 0, end - from);
      end -= from;
      from = 0;
    }
  }

  /** The character at an index of the buffer, which is filled as far as needed; -1 at the end. */
  private int at(int index) throws IOException {
    while (index >= end) {
      if (ended) {
        return -1;
      }
      if (end == text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
      int n = in.read(text, end, text.length - end);
      if (n < 0) {
        ended = true;
      } else {
        end += n;
      }
    }
    return text[index];
  }

  /** Counts rows from here on: what was read so far was the head of the file. */
  void headEndsHere() {
    row = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * A text of any length, of which the part is held that is being looked at: from a place that only
 * moves forward, as far as was asked.
 */
final class TextWindow implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final Reader in;
  private char[] text = new char[CHUNK];
  private int from;
  private int end;
  private boolean ended;

  TextWindow(Reader in) {
    this.in = in;
  }

  /** Where the part begins. */
  int from() {
    return from;
  }

  /** The character at an index; -1 behind the text. */
  int at(int index) throws IOException {
    return index < end ? text[index] : fill(index);
  }

  private int fill(int index) throws IOException {
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

  /** Skips what is held of letters that mean nothing, and are neither {@code mark} nor odd. */
  int behindLetters(int begin, char mark) {
    int at = begin;
    while (at < end) {
      char c = text[at];
      if (c < ' ' || c == mark || c == RecordScanner.NO_CHARACTER) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether nothing but blanks and control characters stands between two indexes. */
  boolean isBlank(int begin, int behind) {
    int at = begin;
    while (at < behind && text[at] <= ' ') {
      at++;
    }
    return at == behind;
  }

  String text(int begin, int behind) {
    return new String(text, begin, behind - begin);
  }

  /** Takes characters out, as of a line that is too long to be kept. */
  void cut(int begin, int behind) {
    System.arraycopy(text, behind, text, begin, end - behind);
    end -= behind - begin;
  }

  /** What stands before an index is needed no more. Indexes of before mean nothing afterwards. */
  void moveTo(int index) {
    from = index;
    if (from >= CHUNK) {
      System.arraycopy(text, from, text, 0, end - from);
      end -= from;
      from = 0;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The reader in front of the CSV parser: it hands on what the parser can read, in one dialect, and
 * in place of each record that it sets aside one letter. So the parser's records and those of the
 * file are the same number in the same order, and each knows its line.
 */
final class CsvGuard extends Reader {
  private static final String SET_ASIDE = "!";

  private final RawRecords records;
  private final Queue<RawRecord> handedOn = new ArrayDeque<>();
  private String current = "";
  private int at = 1;

  CsvGuard(RawRecords records) {
    this.records = records;
  }

  /** The record that the parser's next one was; null where the parser is ahead of the reader. */
  @Nullable RawRecord take() {
    return handedOn.poll();
  }

  @Override
  public int read(char[] to, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (at > current.length() && !advance()) {
      return -1;
    }
    int n = Math.min(most, current.length() - at);
    if (n > 0) {
      current.getChars(at, at + n, to, from);
      at += n;
      return n;
    }
    to[from] = '\n';
    at++;
    return 1;
  }

  private boolean advance() throws IOException {
    RawRecord next = records.next();
    if (next == null) {
      return false;
    }
    handedOn.add(next);
    current = next.isBad() ? SET_ASIDE : next.text();
    at = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

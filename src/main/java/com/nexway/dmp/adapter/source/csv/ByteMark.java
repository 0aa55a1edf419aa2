package com.nexway.dmp.adapter.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The byte order mark that a file may begin with.
 *
 * @param length its bytes; 0 where there is none
 * @param charset what it says of the text behind it
 */
record ByteMark(int length, Charset charset) {
  /** The most bytes that one has. */
  static final int LONGEST = 3;

  private static final List<Charset> TOLD =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  /**
   * The mark of a file.
   *
   * @param head its first bytes
   * @param unmarked its character set where there is none
   */
  static ByteMark of(byte[] head, Charset unmarked) {
    for (Charset charset : TOLD) {
      byte[] mark = "\uFEFF".getBytes(charset);
      if (Arrays.equals(mark, Arrays.copyOf(head, mark.length))) {
        return new ByteMark(mark.length, charset);
      }
    }
    return new ByteMark(0, unmarked);
  }
}

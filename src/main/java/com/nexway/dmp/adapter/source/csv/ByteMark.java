package com.nexway.dmp.adapter.source.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The character set of a file: what the byte order mark says that it may begin with, or else its
 * source, unless its bytes say otherwise.
 *
 * @param length its bytes; 0 where there is none
 * @param charset that of the text behind it
 */
record ByteMark(int length, Charset charset) {
  private static final int LONGEST = 3;

  private static final int ASCII = 128;
  private static final int PIECE = 1 << 14;

  private static final List<Charset> TOLD =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  /**
   * The mark of a file. Text in UTF-8 without one is told from that of a character set of single
   * bytes, in which hardly anybody writes {@code Ã©}: editors leave out the mark of a file that an
   * {@link ErrorFile} was.
   *
   * @param in its bytes from the beginning; as many are read as it takes to tell
   * @param unmarked its character set where there is none
   */
  static ByteMark of(InputStream in, Charset unmarked) throws IOException {
    byte[] head = in.readNBytes(LONGEST);
    for (Charset charset : TOLD) {
      byte[] mark = "\uFEFF".getBytes(charset);
      if (Arrays.equals(mark, Arrays.copyOf(head, mark.length))) {
        return new ByteMark(mark.length, charset);
      }
    }
    boolean single = unmarked.canEncode() && unmarked.newEncoder().maxBytesPerChar() == 1;
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
    return new ByteMark(0, single && isUtf8(all) ? StandardCharsets.UTF_8 : unmarked);
  }

  /** Whether there are letters beyond ASCII, and all are written as UTF-8 writes them. */
  private static boolean isUtf8(InputStream in) throws IOException {
    boolean beyond = false;
    char[] piece = new char[PIECE];
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try {
      for (int n = text.read(piece); n >= 0; n = text.read(piece)) {
        for (int i = 0; i < n && !beyond; i++) {
          beyond = piece[i] >= ASCII;
        }
      }
      return beyond;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

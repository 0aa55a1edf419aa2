package com.nexway.dmp.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Looks for a few words in a file of any kind and length, whatever it is: its bytes are read as
 * UTF-8 and as UTF-16, a piece at a time.
 */
public final class Mention {
  private static final int PIECE = 1 << 20;

  /** Pieces overlap, so that no word is cut; an address is not longer. */
  private static final int OVERLAP = 4096;

  private static final String BORDERS = " \t\r\n\",;:<>{}[]()|";

  private Mention() {}

  /** Whether a text is found that is meant. */
  public static boolean isIn(Path file, Predicate<String> meant) throws IOException {
    byte[] piece = new byte[PIECE + OVERLAP];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int n = in.readNBytes(piece, 0, PIECE);
      while (n > 0) {
        int end = kept + n;
        boolean last = n < PIECE;
        int from = kept == 0 ? 0 : border(piece, 0, 1, OVERLAP / 2);
        int to = last ? end : border(piece, end - 1, -1, end - OVERLAP / 2) + 1;
        if (isIn(Arrays.copyOfRange(piece, from & ~1, to), meant)) {
          return true;
        }
        kept = last ? end : OVERLAP;
        System.arraycopy(piece, end - kept, piece, 0, last ? 0 : kept);
        n = last ? 0 : in.readNBytes(piece, kept, PIECE);
      }
    }
    return false;
  }

  /** Where no word is cut: half an address may be the whole one of somebody else. */
  private static int border(byte[] piece, int from, int step, int end) {
    int at = from;
    while (at != end && BORDERS.indexOf(piece[at]) < 0) {
      at += step;
    }
    return at;
  }

  private static boolean isIn(byte[] bytes, Predicate<String> meant) {
    if (meant.test(new String(bytes, StandardCharsets.UTF_8))) {
      return true;
    }
    boolean wide = false;
    for (int i = 0; i < Math.min(bytes.length, OVERLAP) && !wide; i++) {
      wide = bytes[i] == 0;
    }
    return wide
        && (meant.test(new String(bytes, StandardCharsets.UTF_16LE))
            || meant.test(new String(bytes, StandardCharsets.UTF_16BE)));
  }
}

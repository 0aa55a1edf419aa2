package com.nexway.dmp.adapter.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for a few words in a file of any kind and length, whatever it is: its bytes are read as
 * UTF-8 and as UTF-16, a piece at a time; those of archives (gzip, zip, and spreadsheets, which are
 * zip) unpacked.
 */
public final class Mention {
  private static final int PIECE = 1 << 20;

  /** Pieces overlap, so that no word is cut; an address is not longer. */
  private static final int OVERLAP = 4096;

  private static final String BORDERS = " \t\r\n\",;:<>{}[]()|";

  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private Mention() {}

  /** Whether a file is an archive that is looked into, whatever it is called. */
  public static boolean isPacked(Path file) throws IOException {
    return begins(file, GZIP) || begins(file, ZIP);
  }

  private static boolean begins(Path file, byte[] with) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(with.length), with);
    }
  }

  /**
   * Whether a text is found that is meant.
   *
   * @throws IOException where the file cannot be read, or not be unpacked
   */
  public static boolean isIn(Path file, Predicate<String> meant) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (begins(file, GZIP)) {
        return isIn(new GZIPInputStream(in), meant);
      }
      return begins(file, ZIP) ? isIn(new ZipInputStream(in), meant) : isIn(in, meant);
    }
  }

  private static boolean isIn(ZipInputStream archive, Predicate<String> meant) throws IOException {
    for (ZipEntry each = archive.getNextEntry(); each != null; each = archive.getNextEntry()) {
      if (meant.test(each.getName()) || isIn((InputStream) archive, meant)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(InputStream in, Predicate<String> meant) throws IOException {
    byte[] piece = new byte[PIECE + OVERLAP];
    int kept = 0;
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

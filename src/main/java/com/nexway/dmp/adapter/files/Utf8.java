package com.nexway.dmp.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Files that a person wrote, as whatever editor saved them: UTF-8 with or without a byte order
 * mark, and UTF-16, which Notepad and PowerShell write, with one or beginning with a plain letter.
 * Anything else is refused in words: a guess at an old code page would send wrong names.
 */
public final class Utf8 {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};

  private Utf8() {}

  /**
   * The text of a file, without its mark.
   *
   * @param most the longest that is read, in bytes
   * @throws NotText where it is no text in UTF-8 or UTF-16; the message begins with the line
   * @throws TooLong where it is longer
   */
  public static String read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new TooLong(most);
      }
      return text(bytes);
    }
  }

  /** The text of bytes, as {@link #read} makes it. */
  public static String text(byte[] bytes) throws NotText {
    Charset charset = charset(bytes);
    int from = mark(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return charset.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new NotText(line(bytes, in.position(), charset), e);
    }
  }

  /** The same in UTF-8 without a mark; what is no text stays as it is, for the reader to tell. */
  public static byte[] bytes(byte[] bytes) {
    int mark = mark(bytes);
    if (charset(bytes).equals(StandardCharsets.UTF_8)) {
      return mark == 0 ? bytes : Arrays.copyOfRange(bytes, mark, bytes.length);
    }
    try {
      return text(bytes).getBytes(StandardCharsets.UTF_8);
    } catch (NotText e) {
      return bytes;
    }
  }

  private static int mark(byte[] bytes) {
    if (starts(bytes, MARK)) {
      return MARK.length;
    }
    return starts(bytes, LITTLE_ENDIAN) || starts(bytes, BIG_ENDIAN) ? 2 : 0;
  }

  private static Charset charset(byte[] bytes) {
    if (starts(bytes, LITTLE_ENDIAN) || hasZeroAt(bytes, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(bytes, BIG_ENDIAN) || hasZeroAt(bytes, 0)
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  /** Of a letter of two bytes that begins a file, one is zero; text in UTF-8 has no such byte. */
  private static boolean hasZeroAt(byte[] bytes, int at) {
    return bytes.length >= 2 && bytes[at] == 0 && bytes[1 - at] != 0;
  }

  private static boolean starts(byte[] bytes, byte[] mark) {
    return Arrays.mismatch(bytes, mark) >= mark.length || Arrays.equals(bytes, mark);
  }

  private static int line(byte[] bytes, int at, Charset charset) {
    String before = new String(bytes, 0, at, charset);
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  /** A file that is no text in UTF-8 or UTF-16. */
  public static final class NotText extends IOException {
    private static final long serialVersionUID = 1L;
    private final int line;

    NotText(int line, CharacterCodingException cause) {
      super(
          "line %d holds a letter that is not saved as UTF-8; save the file as UTF-8"
                  .formatted(line)
              + " (in an editor: Save as, Encoding)",
          cause);
      this.line = line;
    }

    /** The line of the first letter that is none, from 1. */
    public int line() {
      return line;
    }
  }

  /** A file that is longer than it may be. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(int most) {
      super(
          "the file is longer than "
              + (most < 1 << 20 ? (most >> 10) + " KiB" : (most >> 20) + " MiB"));
    }
  }
}

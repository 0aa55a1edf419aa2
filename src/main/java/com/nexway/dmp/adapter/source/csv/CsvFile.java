package com.nexway.dmp.adapter.source.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * One file, opened once: what is asked of it is asked of the same file, whatever stands at its path
 * meanwhile.
 */
final class CsvFile implements Closeable {
  private static final int PIECE = 1 << 16;

  private static final int HEAD = 512;

  private final FileChannel channel;
  private final long size;
  private final Packing packing;

  private CsvFile(FileChannel channel, long size, Packing packing) {
    this.channel = channel;
    this.size = size;
    this.packing = packing;
  }

  /**
   * Opens a file, which a link is not.
   *
   * @param most how many bytes it may have
   * @throws CsvRefused where it is longer, or no file
   */
  static CsvFile open(Path file, long most) throws IOException, CsvRefused {
    BasicFileAttributes before = attributes(file);
    if (!before.isRegularFile()) { // a pipe would hold up whoever opens it
      throw new CsvRefused("it is no ordinary file");
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      if (!Objects.equals(before.fileKey(), attributes(file).fileKey())) {
        throw new IOException("it was replaced while it was opened, and is read again");
      }
      long size = channel.size();
      if (size > most) {
        throw new CsvRefused("the file is longer than " + most + " bytes (max-file)");
      }
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      channel.read(head, 0);
      Packing packing = Packing.of(Arrays.copyOf(head.array(), head.position()));
      if (packing != Packing.NONE) {
        packing.measured(bytes(channel), most);
      }
      return new CsvFile(channel, size, packing);
    } catch (IOException | CsvRefused e) {
      channel.close();
      throw e;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Whether the last line of a file has its end, as far as a look at its last bytes tells; so has
   * what is packed.
   */
  static boolean endsWithLine(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      channel.read(head, 0);
      if (Packing.of(Arrays.copyOf(head.array(), head.position())) != Packing.NONE) {
        return true;
      }
      ByteBuffer last = ByteBuffer.allocate(2);
      channel.read(last, Math.max(0, channel.size() - 2));
      int at = last.position() - 1;
      at -= at > 0 && last.get(at) == 0 ? 1 : 0; // in UTF-16, a zero may stand behind it
      return at >= 0 && (last.get(at) == '\n' || last.get(at) == '\r');
    } catch (CsvRefused e) {
      return true; // whoever reads it tells why not
    }
  }

  /** How many bytes it had when it was opened. */
  long size() {
    return size;
  }

  /** How much of it was read, 0 to 1. */
  double share() throws IOException {
    return size == 0 ? 1 : Math.min(1, (double) channel.position() / size);
  }

  /**
   * What its content is known by under any name: its length and two checksums of 32 bits, which the
   * processor makes ten times as fast as a cryptographic hash. They tell files apart, and prove
   * nothing to anybody.
   */
  String hash() throws IOException {
    Checksum one = new CRC32();
    Checksum other = new CRC32C();
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    long at = 0;
    // By places of its own: whoever reads the text goes on where it was.
    for (int n = channel.read(piece, at); n >= 0; n = channel.read(piece, at)) {
      at += n;
      one.update(piece.array(), 0, n);
      other.update(piece.array(), 0, n);
      piece.clear();
    }
    return "%x-%08x%08x".formatted(at, one.getValue(), other.getValue());
  }

  /**
   * Its text from the beginning, behind its byte order mark.
   *
   * @param unmarked the character set where neither a mark nor the bytes say another one
   */
  Reader text(Charset unmarked) throws IOException {
    ByteMark mark;
    try (InputStream head = packing.unpacked(bytes(channel))) {
      mark = ByteMark.of(head, unmarked);
    }
    InputStream in = new BufferedInputStream(packing.unpacked(bytes(channel)), PIECE);
    in.skipNBytes(mark.length());
    return new InputStreamReader(
        in,
        mark.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(RecordScanner.NO_CHARACTER)));
  }

  /** The bytes from the beginning; the channel outlives them. */
  private static InputStream bytes(FileChannel channel) throws IOException {
    channel.position(0);
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public void close() {}
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

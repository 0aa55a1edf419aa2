package com.nexway.dmp.adapter.source.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** How the content of a file is packed, as its first bytes tell, whatever it is called. */
enum Packing {
  NONE,
  GZIP,
  ZIP;

  private static final int PIECE = 1 << 16;

  /** What office programs keep in the archives that their files are. */
  private static final List<String> OFFICE = List.of("[content_types].xml", "mimetype", "_rels/");

  /**
   * Tells it.
   *
   * @param head the first bytes of a file
   * @throws CsvRefused where they are those of a file that is no text at all
   */
  static Packing of(byte[] head) throws CsvRefused {
    if (begins(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (begins(head, 'P', 'K', 3, 4)) {
      return ZIP;
    }
    if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new CsvRefused("it is a workbook of Excel (xls), not text: save it as CSV");
    }
    if (begins(head, '%', 'P', 'D', 'F')) {
      throw new CsvRefused("it is a PDF, not text: export it as CSV");
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).strip();
    String small = text.toLowerCase(Locale.ROOT);
    if (small.startsWith("<!doctype") || small.startsWith("<html") || small.startsWith("<?xml")) {
      throw new CsvRefused(
          "it is a web page or XML, as when the shop asked for a login: export it as CSV");
    }
    return NONE;
  }

  private static boolean begins(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** What the bytes of a file hold; of an archive, its only file. */
  InputStream unpacked(InputStream file) throws IOException {
    if (this == GZIP) {
      return new GZIPInputStream(file, PIECE);
    }
    if (this == NONE) {
      return file;
    }
    ZipInputStream zip = new ZipInputStream(file);
    meant(zip);
    return zip;
  }

  /** Goes to the next file of an archive that a person put there. */
  private static @Nullable ZipEntry meant(ZipInputStream zip) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && (entry.isDirectory() || isLitter(entry.getName()))) {
      entry = zip.getNextEntry();
    }
    return entry;
  }

  private static boolean isLitter(String name) {
    return name.startsWith("__MACOSX/") || FileNames.isUnfinished(name.replaceFirst(".*/", ""));
  }

  /**
   * How many bytes a packed file holds, counted without keeping any: what an archive says of itself
   * may be a lie.
   *
   * @param most how many it may hold
   * @throws CsvRefused where it holds more, or not one file of text
   */
  long measured(InputStream file, long most) throws IOException, CsvRefused {
    try (InputStream in = this == ZIP ? new ZipInputStream(file) : unpacked(file)) {
      if (in instanceof ZipInputStream zip) {
        ZipEntry entry = meant(zip);
        if (entry == null) {
          throw new CsvRefused("it is an archive that holds no file");
        }
        refuseOffice(entry);
      }
      long bytes = count(in, most);
      if (in instanceof ZipInputStream zip && meant(zip) != null) {
        throw new CsvRefused("it is an archive of several files: pack each by itself");
      }
      return bytes;
    } catch (EOFException e) {
      throw new CsvRefused("it is an archive whose end is missing: upload it again");
    } catch (ZipException e) {
      throw new CsvRefused("it is an archive that cannot be unpacked: " + e.getMessage());
    }
  }

  private static void refuseOffice(ZipEntry entry) throws CsvRefused {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    if (OFFICE.stream().anyMatch(name::startsWith) || name.startsWith("xl/")) {
      throw new CsvRefused("it is a workbook of Excel or another office, not text: save it as CSV");
    }
  }

  private static long count(InputStream in, long most) throws IOException, CsvRefused {
    byte[] piece = new byte[PIECE];
    long bytes = 0;
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      bytes += n;
      if (bytes > most) {
        throw new CsvRefused("it is longer than " + most + " bytes when unpacked (max-file)");
      }
    }
    return bytes;
  }
}

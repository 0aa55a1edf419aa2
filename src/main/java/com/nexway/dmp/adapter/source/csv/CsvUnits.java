package com.nexway.dmp.adapter.source.csv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as its bytes, for whoever must give each back as it was: in the character sets of shops,
 * quotes, delimiters and line ends are single units of one byte, or of two in UTF-16; what stands
 * between need not be understood, nor even be text.
 *
 * @param text the file's character set
 * @param unit how units are read and written without a loss
 * @param mark the byte order mark that the file begins with
 */
record CsvUnits(Charset text, Charset unit, byte[] mark) {

  static CsvUnits of(Path file, Charset unmarked) throws IOException {
    ByteMark mark;
    try (InputStream in = Files.newInputStream(file)) {
      mark = ByteMark.of(in, unmarked);
    }
    Charset text = mark.charset();
    boolean wide = text.equals(StandardCharsets.UTF_16LE) || text.equals(StandardCharsets.UTF_16BE);
    if (!wide && "\n".getBytes(text).length != 1) {
      throw new IOException("its character set " + text + " is not known to be taken apart");
    }
    byte[] head = (mark.length() == 0 ? "" : "\uFEFF").getBytes(text);
    return new CsvUnits(text, wide ? text : StandardCharsets.ISO_8859_1, head);
  }

  /** The units behind the mark. */
  Reader reader(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(mark.length);
    return new InputStreamReader(in, unit);
  }

  /** Writes units behind the mark. */
  Writer writer(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(mark);
    return new OutputStreamWriter(out, unit);
  }

  /** What units mean. */
  String meaning(String units) {
    return unit.equals(text) ? units : new String(units.getBytes(unit), text);
  }

  /** A character as one unit; -1 where it is several. */
  int unit(char c) {
    byte[] bytes = String.valueOf(c).getBytes(text);
    return unit.equals(text) ? c : bytes.length == 1 ? bytes[0] & 0xFF : -1;
  }

  /** How many units a file has; -1 where its last one is cut. */
  long count(Path file) throws IOException {
    long bytes = Files.size(file) - mark.length;
    int size = unit.equals(StandardCharsets.ISO_8859_1) ? 1 : 2;
    return bytes % size == 0 ? bytes / size : -1;
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as the reader in front hands it to the parser: one dialect, whatever the file has. */
public final class CsvText {
  /** Between the columns: the unit separator, which no shop writes into a name. */
  static final char DELIMITER = '\u001F';

  /** What stands for bytes that are no character of the file's character set. */
  static final char NO_CHARACTER = '\uFFFF';

  /** How the parser reads it. */
  public static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter(DELIMITER)
          .setRecordSeparator("\n")
          .setIgnoreEmptyLines(true)
          .get();

  private CsvText() {}

  /** The columns of one record of such text. */
  static List<String> columns(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      return records.hasNext() ? records.next().toList() : List.of();
    }
  }

  /** One column of such text, by its number from 0, without parsing the others. */
  static String column(String text, int number) {
    int at = 0;
    for (int column = 0; column < number; column++) {
      at = behind(text, at) + 1;
    }
    String alone = text.substring(Math.min(at, text.length()), behind(text, at));
    if (!alone.startsWith("\"")) {
      return alone;
    }
    return alone.substring(1, Math.max(1, alone.lastIndexOf('"'))).replace("\"\"", "\"");
  }

  /** The index behind the column that begins at an index. */
  private static int behind(String text, int begin) {
    boolean quoted = text.startsWith("\"", begin);
    boolean open = quoted;
    for (int at = quoted ? begin + 1 : begin; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '"') {
        open = !open;
      } else if (!open && c == DELIMITER) {
        return at;
      }
    }
    return text.length();
  }

  /**
   * The text of a stream, which begins behind its byte order mark.
   *
   * @param unmarked the character set where there is no byte order mark
   */
  static Reader reader(InputStream in, Charset unmarked) throws IOException {
    byte[] head = in.readNBytes(3);
    ByteMark mark = ByteMark.of(head);
    return new InputStreamReader(
        new Unread(in, head, mark.length()),
        mark.charset(unmarked)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(NO_CHARACTER)));
  }

  /** The rest of what was read to see the mark, and then the stream. */
  private static final class Unread extends FilterInputStream {
    private final byte[] head;
    private int at;

    Unread(InputStream in, byte[] head, int at) {
      super(in);
      this.head = head;
      this.at = at;
    }

    @Override
    public int read() throws IOException {
      return at < head.length ? head[at++] & 0xFF : super.read();
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
      if (at >= head.length || most == 0) {
        return super.read(to, from, most);
      }
      int n = Math.min(most, head.length - at);
      System.arraycopy(head, at, to, from, n);
      at += n;
      return n;
    }
  }
}

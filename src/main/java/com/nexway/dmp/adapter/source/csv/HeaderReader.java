package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the first lines of a text, and leaves it at its first record. */
final class HeaderReader {
  private static final String CANDIDATES = ",;\t|";

  private final RecordScanner text;
  private final CsvSettings settings;

  private HeaderReader(RecordScanner text, CsvSettings settings) {
    this.text = text;
    this.settings = settings;
  }

  /**
   * Reads the header.
   *
   * @throws CsvRefused where the first lines do not name the columns that are needed
   */
  static CsvHeader read(RecordScanner text, CsvSettings settings) throws IOException, CsvRefused {
    CsvHeader header = new HeaderReader(text, settings).header();
    header.check(settings);
    text.layout(header.delimiter(), header.width());
    return header;
  }

  private CsvHeader header() throws IOException, CsvRefused {
    text.skipMarks();
    String first = filledLine();
    int added = first == null ? -1 : first.indexOf(ErrorFile.REASON);
    if (first != null && added > 0 && first.contains(ErrorFile.LINE)) {
      int before = first.charAt(added - 1) == '"' ? added - 2 : added - 1;
      return header(first.charAt(Math.max(0, before)));
    }
    boolean told = first != null && first.toLowerCase(Locale.ROOT).matches("sep=.");
    char delimiter = told && first != null ? first.charAt(4) : settings.delimiter().character();
    int line = 0;
    if (told) {
      text.skipLine();
      line++;
    }
    for (; line < settings.headerAt().skipped(); line++) {
      text.skipLine();
    }
    first = line > 1 ? text.peek() : filledLine();
    for (int i = 0; first != null && i < HeaderPlace.MOST; i++) {
      CsvHeader header = header(delimiter == 0 ? mostFrequent(first) : delimiter);
      if (settings.headerAt().isHeader(header.columns())) {
        return header;
      }
      first = filledLine();
    }
    throw new CsvRefused(missing(first == null));
  }

  private String missing(boolean ended) {
    List<String> names = settings.headerAt().names();
    if (!names.isEmpty()) {
      return "none of its first %d lines names the columns %s (header)"
          .formatted(HeaderPlace.MOST, String.join(", ", names));
    }
    return ended
        ? "the file is empty; its first line must name the columns"
        : "the file holds no words; its first line must name the columns";
  }

  /** The next record as a header; one that cannot be read is none of those that are looked for. */
  private CsvHeader header(char delimiter) throws IOException, CsvRefused {
    CsvRow row = text.layout(delimiter, 0).next();
    if (row == null) {
      return CsvHeader.of(delimiter, CsvRow.read(1, 1, List.of()));
    }
    if (row.problem() != null && settings.headerAt().names().isEmpty()) {
      throw new CsvRefused("line " + row.line() + ": " + row.problem());
    }
    return CsvHeader.of(delimiter, row);
  }

  /** The next line that is not blank; null where there is none. */
  private @Nullable String filledLine() throws IOException {
    String line = text.peek();
    while (line != null && line.isBlank()) {
      text.skipLine();
      line = text.peek();
    }
    return line;
  }

  private static char mostFrequent(String header) {
    int[] counts = new int[CANDIDATES.length()];
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"';
      int at = CANDIDATES.indexOf(c);
      if (at >= 0 && !quoted) {
        counts[at]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return CANDIDATES.charAt(best);
  }
}

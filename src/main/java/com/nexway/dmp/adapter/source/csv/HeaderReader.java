package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
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
    text.layout(header.delimiter(), header.columns().size());
    return header;
  }

  private CsvHeader header() throws IOException, CsvRefused {
    text.skipMarks();
    String first = filledLine();
    boolean told = first != null && first.toLowerCase(Locale.ROOT).matches("sep=.");
    char delimiter = told && first != null ? first.charAt(4) : settings.delimiter().character();
    if (told) {
      text.skipLine();
      first = filledLine();
    }
    if (first == null) {
      throw new CsvRefused("the file is empty; its first line must name the columns");
    }
    if (delimiter == Delimiter.AUTO.character()) {
      delimiter = mostFrequent(first);
    }
    CsvRow row = text.layout(delimiter, 0).next();
    if (row == null) {
      throw new CsvRefused("the file holds no words; its first line must name the columns");
    }
    if (row.problem() != null) {
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

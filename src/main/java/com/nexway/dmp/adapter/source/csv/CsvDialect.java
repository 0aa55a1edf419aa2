package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as its first lines tell.
 *
 * @param delimiter between the columns
 * @param columns the names of the columns, each once
 * @param head how many records stand before the first row: the header, and {@code sep=;}
 * @param remarks what is odd about the header, as sentences
 */
record CsvDialect(char delimiter, List<String> columns, int head, List<String> remarks) {
  private static final String CANDIDATES = ",;\t|";

  /**
   * Reads the first lines of a file.
   *
   * @throws CsvRefused where they do not name the columns that are needed
   */
  static CsvDialect of(Path file, CsvSettings settings) throws IOException, CsvRefused {
    String first = firstLine(file, settings);
    boolean told = first.toLowerCase(Locale.ROOT).matches("sep=.");
    char delimiter = told ? first.charAt(4) : settings.delimiter().character();
    if (!told && settings.delimiter() == Delimiter.AUTO) {
      delimiter = mostFrequent(first);
    }
    int head = told ? 2 : 1;
    RawRecord header = header(file, settings, delimiter, head);
    if (header == null) {
      throw new CsvRefused("the file is empty; its first line must name the columns");
    }
    if (header.problem() != null) {
      throw new CsvRefused("line " + header.line() + ": " + header.problem());
    }
    List<String> remarks = new ArrayList<>();
    List<String> columns = named(CsvText.columns(header.text()), remarks);
    check(columns, settings, header.line());
    return new CsvDialect(delimiter, List.copyOf(columns), head, List.copyOf(remarks));
  }

  /** The number of a column from 0, whatever its capitals; -1 where there is none of that name. */
  int position(String column) {
    return position(column, columns);
  }

  private static int position(String column, List<String> columns) {
    int exact = columns.indexOf(column);
    for (int i = 0; exact < 0 && i < columns.size(); i++) {
      exact = columns.get(i).equalsIgnoreCase(column) ? i : -1;
    }
    return exact;
  }

  /** The records behind the head of a file. */
  RecordScanner rows(Reader text, CsvSettings settings) throws IOException {
    int longest = settings.limits().lineCharacters();
    RecordScanner scanner = new RecordScanner(text, delimiter, columns.size(), longest);
    for (int i = 0; i < head; i++) {
      scanner.next();
    }
    scanner.headEndsHere();
    return scanner;
  }

  private static @Nullable RawRecord header(
      Path file, CsvSettings settings, char delimiter, int head) throws IOException {
    try (Reader text = reader(file, settings);
        RecordScanner scanner =
            new RecordScanner(text, delimiter, 0, settings.limits().lineCharacters())) {
      RawRecord record = null;
      for (int i = 0; i < head; i++) {
        record = scanner.next();
      }
      return record;
    }
  }

  static Reader reader(Path file, CsvSettings settings) throws IOException {
    return CsvText.reader(
        new BufferedInputStream(Files.newInputStream(file), 1 << 16), settings.charset());
  }

  private static String firstLine(Path file, CsvSettings settings) throws IOException {
    StringBuilder line = new StringBuilder();
    try (Reader text = new BufferedReader(reader(file, settings))) {
      int c = text.read();
      while (c >= 0 && c != '\n' && c != '\r' && line.length() < 100_000) {
        line.append((char) c);
        c = text.read();
      }
    }
    return line.toString();
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

  /** The names of the header, blanks cut off; an empty one at the end is no column. */
  private static List<String> named(List<String> header, List<String> remarks) {
    int last = header.size();
    while (last > 0 && header.get(last - 1).isBlank()) {
      last--;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      String name = header.get(i).replace('\u00A0', ' ').strip();
      if (name.isEmpty()) {
        name = "column " + (i + 1);
        remarks.add("column " + (i + 1) + " has no name; it is called '" + name + "'");
      }
      String once = name;
      for (int n = 2; names.contains(once); n++) {
        once = name + " (" + n + ")";
      }
      if (!once.equals(name)) {
        remarks.add(
            "the name '" + name + "' stands twice; column " + (i + 1) + " is '" + once + "'");
      }
      names.add(once);
    }
    return names;
  }

  private static void check(List<String> columns, CsvSettings settings, long line)
      throws CsvRefused {
    if (columns.size() > settings.limits().columns()) {
      throw new CsvRefused(
          "line %d names %d columns, more than %d (max-columns)"
              .formatted(line, columns.size(), settings.limits().columns()));
    }
    String rule = "; the first line must name the columns";
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).matches("\\S+@\\S+\\.\\S+")) {
        throw new CsvRefused(
            "line %d holds an e-mail address in column %d".formatted(line, i + 1) + rule);
      }
    }
    if (columns.stream().noneMatch(name -> name.codePoints().anyMatch(Character::isLetter))) {
      throw new CsvRefused("line " + line + " holds no words" + rule);
    }
    String group = settings.grouping().column();
    if (!group.isEmpty() && position(group, columns) < 0) {
      throw new CsvRefused(
          "there is no column '" + group + "' (group)" + Nearest.hint(group, columns));
    }
  }
}

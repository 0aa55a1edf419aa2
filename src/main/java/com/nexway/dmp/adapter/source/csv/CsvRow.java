package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.text.Spreadsheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line its first line in the file, from 1
 * @param lines how many lines of the file it takes
 * @param values its columns; of a record that cannot be read, what seems to stand in them
 * @param raw of a record that cannot be read, its text as it stands there, cut at a limit; else
 *     empty
 * @param problem why it cannot be read, as a sentence; null where it can
 */
record CsvRow(long line, int lines, List<String> values, String raw, @Nullable String problem) {
  static CsvRow read(long line, int lines, List<String> values) {
    return new CsvRow(line, lines, values, "", null);
  }

  boolean isBad() {
    return problem != null;
  }

  /** The value of a column by its number from 0, blanks cut off; empty where it has none. */
  String value(int column) {
    return column >= 0 && column < values.size() ? values.get(column).strip() : "";
  }

  /**
   * The group that it belongs to, by the value of a column; empty where it belongs to none, as with
   * an id that a spreadsheet has lost: others have the same.
   */
  String group(int column) {
    String value = value(column);
    return Spreadsheet.lost(value) ? "" : value;
  }

  /** Whether it may be a further line of the record above it, which alone has the group's value. */
  boolean isBelow(int column) {
    return column >= 0
        && !isBad()
        && value(column).isEmpty()
        && values.stream().anyMatch(value -> !value.isBlank());
  }

  /** How much memory it takes, in characters. */
  int characters() {
    int characters = raw.length();
    for (String value : values) {
      characters += 16 + value.length();
    }
    return characters;
  }

  /** The same record, which cannot be used. */
  CsvRow because(String why) {
    return new CsvRow(line, lines, values, String.valueOf(values), why);
  }
}

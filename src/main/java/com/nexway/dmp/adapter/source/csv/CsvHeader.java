package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a file is written, as its first lines tell.
 *
 * @param delimiter between the columns
 * @param columns the names of the columns, each once
 * @param width how many columns its line has: those that an {@link ErrorFile} has besides are none
 * @param numbers the number of each column, from 0, by its name
 * @param lastLine its last line in the file, from 1; the records stand below
 * @param remarks what is odd about it, as sentences
 */
record CsvHeader(
    char delimiter,
    List<String> columns,
    int width,
    Map<String, Integer> numbers,
    int lastLine,
    List<String> remarks) {
  private static final int MOST_COLUMNS = 1_000;
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final List<String> ADDED = List.of(ErrorFile.LINE, ErrorFile.REASON);

  /** The header that a record is, the names made so that each stands once. */
  static CsvHeader of(char delimiter, CsvRow row) {
    List<String> remarks = new ArrayList<>();
    List<String> all = named(row.values(), remarks);
    int width = all.size();
    boolean added = width > 2 && all.subList(width - 2, width).equals(ADDED);
    List<String> columns = List.copyOf(added ? all.subList(0, width - 2) : all);
    Map<String, Integer> numbers = new HashMap<>();
    columns.forEach(name -> numbers.put(name, numbers.size()));
    int lastLine = (int) row.line() + row.lines() - 1;
    return new CsvHeader(
        delimiter, columns, width, Map.copyOf(numbers), lastLine, List.copyOf(remarks));
  }

  /** Whether it is that of an {@link ErrorFile}. */
  boolean isOfErrorFile() {
    return width > columns.size();
  }

  /** The number of a column from 0, whatever its capitals; -1 where there is none of that name. */
  int position(String column) {
    Integer exact = numbers.get(column);
    for (int i = 0; exact == null && i < columns.size(); i++) {
      exact = columns.get(i).equalsIgnoreCase(column) ? Integer.valueOf(i) : null;
    }
    return exact == null ? -1 : exact;
  }

  /** The names, blanks cut off; an empty one at the end is no column. */
  private static List<String> named(List<String> header, List<String> remarks) {
    int last = header.size();
    while (last > 0 && header.get(last - 1).isBlank()) {
      last--;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      String name = INVISIBLE.matcher(header.get(i)).replaceAll("").replace('\u00A0', ' ').strip();
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

  /**
   * Whether it can be one.
   *
   * @throws CsvRefused where it does not name the columns that are needed
   */
  void check(CsvSettings settings) throws CsvRefused {
    if (columns.size() > MOST_COLUMNS) {
      throw new CsvRefused(
          "line %d names %d columns, more than %d"
              .formatted(lastLine, columns.size(), MOST_COLUMNS));
    }
    String rule = "; the first line must name the columns, or header: says which line does";
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).matches("\\S+@\\S+\\.\\S+")) {
        throw new CsvRefused(
            "line %d holds an e-mail address in column %d".formatted(lastLine, i + 1) + rule);
      }
    }
    if (columns.stream().noneMatch(name -> name.codePoints().anyMatch(Character::isLetter))) {
      throw new CsvRefused("line " + lastLine + " holds no words" + rule);
    }
    if (settings.groups() && position(settings.group()) < 0) {
      throw new CsvRefused(
          "there is no column '"
              + settings.group()
              + "' (group)"
              + Nearest.hint(settings.group(), columns));
    }
  }
}

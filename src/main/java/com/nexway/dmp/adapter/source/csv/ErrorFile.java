package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.text.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the refused records of one file go: {@code drop/SOURCE/.errors/NAME.errors.csv}, with the
 * file's own columns and, behind them, the line and what is wrong. Mended and dropped again, it is
 * read as the file was: the added columns are no part of a record.
 */
public final class ErrorFile {
  static final String LINE = "error_line";
  static final String REASON = "error_reason";
  static final String ENDING = ".errors.csv";

  private static final String FOLDER = ".errors";
  private static final Pattern OWN_ENDING =
      Pattern.compile("(?i)(\\.errors(\\.\\d+)?)?\\.(csv|txt|tsv)?(\\.(gz|zip))?$");
  private static final int MOST_FILES = 1_000;
  private static final int LONGEST_REASON = 1_000;

  private final Path folder;
  private final String name;
  private final CsvHeader header;
  private final boolean goesOn;
  private @Nullable Path file;

  /**
   * @param dropped the file that is read
   * @param goesOn whether a part of it was read before
   */
  ErrorFile(Path dropped, CsvHeader header, boolean goesOn) {
    this.folder = dropped.resolveSibling(FOLDER);
    this.name = OWN_ENDING.matcher(String.valueOf(dropped.getFileName())).replaceFirst("");
    this.header = header;
    this.goesOn = goesOn;
  }

  /**
   * The lines of a record, each value so that no spreadsheet takes it for a formula.
   *
   * @param rows the record's rows; those of other sources are none
   * @param problems what is wrong with it
   */
  public List<List<String>> lines(List<Map<String, Object>> rows, List<Problem> problems) {
    String reason =
        problems.stream()
            .filter(Problem::isError)
            .map(ErrorFile::words)
            .collect(Collectors.joining("; "));
    List<List<String>> lines = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      if (row instanceof CsvValues values) {
        lines.add(line(values.row(), reason));
      }
    }
    return lines;
  }

  private static String words(Problem problem) {
    return problem.column() == null
        ? problem.message()
        : problem.column() + ": " + problem.message();
  }

  private List<String> line(CsvRow row, String reason) {
    int columns = header.columns().size();
    List<String> line = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      line.add(i < row.values().size() ? Spreadsheet.safe(row.values().get(i)) : "");
    }
    if (row.isBad() && row.values().size() > columns) {
      List<String> rest = row.values().subList(columns - 1, row.values().size());
      line.set(columns - 1, Spreadsheet.safe(String.join(header.delimiter() + "", rest)));
    }
    line.add(Long.toString(row.line()));
    line.add(
        Spreadsheet.safe(
            reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason));
    return line;
  }

  /** What the first line of the file says. */
  private List<String> head() {
    List<String> head = new ArrayList<>();
    header.columns().forEach(column -> head.add(Spreadsheet.safe(column)));
    head.add(LINE);
    head.add(REASON);
    return head;
  }

  /**
   * Makes the file if it is not there: for its owner alone, with the mark by which spreadsheets
   * know UTF-8.
   *
   * @return the lines with the header in front where the file is new
   */
  public List<List<String>> begun(List<List<String>> lines) throws IOException {
    if (file != null || lines.isEmpty()) {
      return lines;
    }
    Path last = null;
    int number = 1;
    Path free = folder.resolve(name + ENDING);
    while (Files.exists(free) && number < MOST_FILES) {
      last = free;
      number++;
      free = folder.resolve(name + ".errors." + number + ".csv");
    }
    if (goesOn && last != null) {
      file = last;
      return lines;
    }
    try (OutputStream out = PrivateFiles.open(free)) {
      out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }
    file = free;
    List<List<String>> all = new ArrayList<>();
    all.add(head());
    all.addAll(lines);
    return all;
  }

  /** The name of the file in its folder. */
  public String fileName() {
    Path known = file;
    return known == null ? name + ENDING : String.valueOf(known.getFileName());
  }

  /** Between the columns of the file: that of the dropped one where it is a comma. */
  public String delimiter() {
    return header.delimiter() == ',' ? "," : ";";
  }

  /** Whether a name is that of such a file. */
  static boolean isNameOfOne(String name) {
    return name.matches("(?i).*\\.errors(\\.\\d+)?\\.csv");
  }
}

package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Places in one file, in words.
 *
 * @param source the source's name
 * @param shop the shop whose records it holds
 * @param file the file's name
 */
record CsvPlace(String source, String shop, String file) {
  private static final int MOST = 5;

  /** A record that begins at a line. */
  Origin line(long line, int lines) {
    String where = lines == 1 ? "line " + line : "lines " + line + "-" + (line + lines - 1);
    return new Origin(source, file + " " + where);
  }

  /** The lines of one group. */
  Origin lines(List<Long> lines) {
    long first = lines.get(0);
    long last = lines.get(lines.size() - 1);
    if (last - first == lines.size() - 1) {
      return line(first, lines.size());
    }
    String some = lines.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
    return new Origin(source, file + " lines " + some + (lines.size() > MOST ? ", …" : ""));
  }

  /** A record that could not be read. */
  Unreadable unreadable(CsvHeader header, CsvRow row) {
    Problem why = Problem.error("", null, null, String.valueOf(row.problem()));
    List<Map<String, Object>> rows = List.of(new CsvValues(header, row));
    return new Unreadable(line(row.line(), row.lines()), row.raw(), List.of(why), rows);
  }
}

package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.RowGroup;
import java.util.ArrayList;
import java.util.List;

/** The lines of one record while they are read. */
final class CsvGroup {
  private static final int SHOWN = 1000;

  private final String key;
  private final int most;
  private final RowGroup rows = new RowGroup();
  private final List<Long> lines = new ArrayList<>();
  private String problem = "";

  /**
   * @param key the value that its lines share
   * @param most how many lines it may have
   */
  CsvGroup(String key, int most) {
    this.key = key;
    this.most = most;
  }

  boolean has(CsvRow row) {
    return key.equals(row.group());
  }

  void add(CsvRow.Read row) {
    if (lines.size() == most) {
      problem = "the record has more than " + most + " lines (max-group)";
      return;
    }
    lines.add(row.line());
    rows.add(row.values());
  }

  /** One of its lines could not be read: without it, the record would be told half. */
  void lacks(long line) {
    if (problem.isEmpty()) {
      problem = "line " + line + ", which belongs to this record, could not be read";
    }
  }

  boolean isWhole() {
    return problem.isEmpty();
  }

  SourceRecord record(CsvPlace place) {
    return rows.record(place.lines(lines));
  }

  Unreadable unreadable(CsvPlace place) {
    Origin origin = place.lines(lines);
    String raw = String.valueOf(rows.record(origin).fields());
    return new Unreadable(
        origin,
        raw.length() > SHOWN ? raw.substring(0, SHOWN) : raw,
        List.of(Problem.error("", null, null, problem)));
  }
}

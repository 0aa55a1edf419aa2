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
  private static final int MOST_LINES = 10_000;
  private static final int MOST_CHARACTERS = 16 << 20;

  private final String key;
  private final CsvHeader header;
  private final RowGroup rows = new RowGroup();
  private final List<Long> lines = new ArrayList<>();
  private final List<CsvRow> bad = new ArrayList<>();
  private int characters;
  private String problem = "";

  /**
   * @param key the value that its lines share
   */
  CsvGroup(String key, CsvHeader header) {
    this.key = key;
    this.header = header;
  }

  boolean has(String other) {
    return key.equals(other);
  }

  /** One more of its lines; without one that could not be read, the record would be told half. */
  void add(CsvRow row) {
    characters += row.characters();
    if (lines.size() + bad.size() == MOST_LINES || characters > MOST_CHARACTERS) {
      problem = "the record has more than %d lines, or is very long".formatted(MOST_LINES);
    } else if (row.isBad()) {
      bad.add(row);
      problem = "line " + bad.get(0).line() + ", which belongs to this record, could not be read";
    } else {
      lines.add(row.line());
      rows.add(new CsvValues(header, row));
    }
  }

  /**
   * A line that may be one of its lines: the record without it would be told half.
   *
   * @return false where it has as many lines as it may
   */
  boolean addBelow(CsvRow row) {
    characters += row.characters();
    if (lines.size() + bad.size() >= MOST_LINES || characters > MOST_CHARACTERS) {
      return false;
    }
    bad.add(row);
    problem =
        ("line %d below it may belong to this record: %s. Write it into each line of the record, and"
                + " hand all of them in together")
            .formatted(row.line(), row.problem());
    return true;
  }

  /** Adds the record, or why it is none, and each of its lines that could not be read. */
  void end(CsvPlace place, List<SourceRecord> records, List<Unreadable> unreadable) {
    if (problem.isEmpty()) {
      records.add(rows.record(place.lines(lines)));
    } else if (!lines.isEmpty()) {
      unreadable.add(unreadable(place));
    }
    bad.forEach(row -> unreadable.add(place.unreadable(header, row)));
  }

  private Unreadable unreadable(CsvPlace place) {
    Origin origin = place.lines(lines);
    SourceRecord record = rows.record(origin);
    String raw = String.valueOf(record.fields());
    return new Unreadable(
        origin,
        raw.length() > SHOWN ? raw.substring(0, SHOWN) : raw,
        List.of(Problem.error("", null, null, problem)),
        record.rows());
  }
}

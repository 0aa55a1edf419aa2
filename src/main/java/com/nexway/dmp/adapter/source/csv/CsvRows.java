package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parser's records with their names and lines, and what the reader in front set aside. */
final class CsvRows implements Iterator<CsvRow> {
  private final CsvGuard guard;
  private final Iterator<List<String>> parsed;
  private final CsvDialect dialect;
  private final CsvPlace place;
  private final int group;

  CsvRows(
      CsvGuard guard,
      Iterator<List<String>> parsed,
      CsvDialect dialect,
      CsvPlace place,
      int group) {
    this.guard = guard;
    this.parsed = parsed;
    this.dialect = dialect;
    this.place = place;
    this.group = group;
  }

  @Override
  public boolean hasNext() {
    return parsed.hasNext();
  }

  @Override
  public CsvRow next() {
    List<String> values = parsed.next();
    RawRecord raw = guard.take();
    if (raw == null) {
      throw new IllegalStateException("the CSV parser found a record that the reader did not hand");
    }
    String group = this.group < 0 ? "" : GroupSort.group(raw, this.group, dialect.delimiter());
    if (raw.problem() != null) {
      return bad(raw, group, raw.problem());
    }
    if (values.size() < dialect.columns().size()) {
      throw new IllegalStateException(
          "the CSV parser and the reader disagree about line " + raw.line());
    }
    if (this.group >= 0 && group.isEmpty()) {
      String column = dialect.columns().get(this.group);
      return bad(
          raw, group, "there is no value in column '" + column + "', which groups the lines");
    }
    return new CsvRow.Read(raw.row(), raw.line(), group, named(values));
  }

  private CsvRow.Bad bad(RawRecord raw, String group, String problem) {
    Origin origin = place.line(raw.line(), raw.lines());
    String text = raw.text().replace(CsvText.DELIMITER, dialect.delimiter());
    return new CsvRow.Bad(
        raw.row(),
        raw.line(),
        group,
        new Unreadable(origin, text, List.of(Problem.error("", null, null, problem))));
  }

  private Map<String, Object> named(List<String> values) {
    List<String> names = dialect.columns();
    Map<String, Object> named = new LinkedHashMap<>(names.size() * 2);
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values.get(i));
    }
    return named;
  }
}

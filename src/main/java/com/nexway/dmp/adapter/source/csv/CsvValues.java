package com.nexway.dmp.adapter.source.csv;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one record by the names of their columns, in the file's order. */
final class CsvValues extends AbstractMap<String, Object> {
  private final CsvHeader header;
  private final CsvRow row;

  CsvValues(CsvHeader header, CsvRow row) {
    this.header = header;
    this.row = row;
  }

  /** Where it stands. */
  CsvRow row() {
    return row;
  }

  @Override
  public @Nullable Object get(Object name) {
    Integer at = header.numbers().get(name);
    return at == null ? null : value(at);
  }

  /** A record that could not be read may have fewer than the header. */
  private String value(int at) {
    return at < row.values().size() ? row.values().get(at) : "";
  }

  @Override
  public boolean containsKey(Object name) {
    return header.numbers().containsKey(name);
  }

  @Override
  public int size() {
    return header.columns().size();
  }

  /** A copy: whoever maps a record asks for one value after another. */
  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    header.columns().forEach(name -> all.put(name, value(all.size())));
    return all.entrySet();
  }
}

package com.nexway.dmp.adapter.source;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one record, such as the lines of one order. */
public final class RowGroup {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  public void add(Map<String, Object> row) {
    rows.add(row);
  }

  public int size() {
    return rows.size();
  }

  /** The record: of each column, the first value that is not empty, and all rows. */
  public SourceRecord record(Origin origin) {
    if (rows.size() == 1) {
      return new SourceRecord(origin, rows.get(0), List.copyOf(rows));
    }
    Map<String, Object> fields = new LinkedHashMap<>(rows.get(0));
    fields.replaceAll((name, value) -> firstOf(name));
    return new SourceRecord(origin, fields, List.copyOf(rows));
  }

  private @Nullable Object firstOf(String name) {
    Object first = rows.get(0).get(name);
    for (Map<String, Object> row : rows) {
      Object value = row.get(name);
      if (value != null && !value.equals("")) {
        return value;
      }
    }
    return first;
  }
}

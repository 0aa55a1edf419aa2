package com.nexway.dmp.adapter.source.csv;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return entries();
      }

      @Override
      public int size() {
        return CsvValues.this.size();
      }
    };
  }

  private Iterator<Map.Entry<String, Object>> entries() {
    List<String> names = header.columns();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < names.size();
      }

      @Override
      public Map.Entry<String, Object> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return Map.entry(names.get(next), value(next++));
      }
    };
  }
}

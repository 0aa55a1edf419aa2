package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Columns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column each property of one event came from, by JSON pointer. */
final class Trace implements Columns {
  private final Map<String, String> columns = new LinkedHashMap<>();

  void add(String pointer, String column) {
    columns.put(pointer, column);
  }

  /** Every pointer and its columns, in the event's order. */
  Map<String, String> all() {
    return columns;
  }

  @Override
  public @Nullable String of(String pointer) {
    return columns.get(pointer);
  }
}

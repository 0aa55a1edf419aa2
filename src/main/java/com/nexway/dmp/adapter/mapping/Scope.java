package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code ${names}} are looked up in: the record, or an element of it inside {@code each}. */
final class Scope {
  private final @Nullable Object value;
  private final @Nullable Scope outer;
  private final SourceRecord record;
  private @Nullable JsonNode json;

  private Scope(@Nullable Object value, @Nullable Scope outer, SourceRecord record) {
    this.value = value;
    this.outer = outer;
    this.record = record;
  }

  static Scope of(SourceRecord record) {
    return new Scope(record.fields(), null, record);
  }

  Scope inner(@Nullable Object element) {
    return new Scope(element, this, record);
  }

  /** The columns by name, or the element. */
  @Nullable Object value() {
    return value;
  }

  /** What this is an element of; null for the record itself. */
  @Nullable Scope outer() {
    return outer;
  }

  /** What is no element of anything: the record. */
  Scope outermost() {
    Scope found = this;
    while (found.outer != null) {
      found = found.outer;
    }
    return found;
  }

  /** Whether the record is made of rows, whose columns are found whatever their capitals. */
  boolean isOfTable() {
    return !record.rows().isEmpty();
  }

  SourceRecord record() {
    return record;
  }

  /** The value as an expression sees it, made once however many expressions there are. */
  JsonNode json() {
    JsonNode made = json;
    if (made == null) {
      made = JsonInput.of(this);
      json = made;
    }
    return made;
  }

  /**
   * The value of a path below a value; null where there is none.
   *
   * @param steps names of fields, and positions in lists from 0
   */
  static @Nullable Object walk(@Nullable Object from, String[] steps) {
    Object value = from;
    for (int i = 0; i < steps.length && value != null; i++) {
      value = step(value, steps[i]);
    }
    return value;
  }

  private static @Nullable Object step(Object value, String step) {
    if (value instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (value instanceof List<?> list) {
      int position = position(step);
      return position >= 0 && position < list.size() ? list.get(position) : null;
    }
    return null;
  }

  private static int position(String step) {
    if (step.isEmpty() || step.length() > 6) {
      return -1;
    }
    int position = 0;
    for (int i = 0; i < step.length(); i++) {
      char c = step.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      position = position * 10 + c - '0';
    }
    return position;
  }

  /** The elements of a value: of a list each, of one value that value alone, of nothing none. */
  static Collection<?> elements(@Nullable Object value) {
    if (value == null || "".equals(value)) {
      return List.of();
    }
    return value instanceof Collection<?> list ? list : List.of(value);
  }
}

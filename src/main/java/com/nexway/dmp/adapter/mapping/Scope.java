package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.Collection;
import java.util.List;
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

  /** The elements of a value: of a list each, of one value that value alone, of nothing none. */
  static Collection<?> elements(@Nullable Object value) {
    if (value == null || "".equals(value)) {
      return List.of();
    }
    return value instanceof Collection<?> list ? list : List.of(value);
  }
}

package com.nexway.dmp.adapter.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column, or a path in JSON such as {@code billing.city}, {@code lines.0.sku} or {@code
 * meta_data[key=_vat_id].value}.
 *
 * <p>A column named exactly so wins over a path. Of a table's column, capitals make no difference
 * where none is named exactly so: a database writes names in its own. {@code ../} before the name
 * looks one level out of {@code each}; {@code .} alone is the element itself. {@code rows.0} is the
 * first row of a record that is made of rows.
 */
final class Reference implements Source {
  static final String ROWS = Each.ROWS + ".";

  private static final String OUT = "../";

  private final String written;
  private final String name;
  private final int out;
  private final Way way;

  /** The column in the table's own capitals, where they are others; found once. */
  private @Nullable String otherCase;

  Reference(String written) {
    this.written = written;
    int levels = 0;
    String rest = written;
    while (rest.startsWith(OUT)) {
      levels++;
      rest = rest.substring(OUT.length());
    }
    this.out = levels;
    this.name = rest;
    this.way = Way.of(name.equals(".") ? "" : name);
  }

  /** How many levels of {@code each} it looks out of. */
  int out() {
    return out;
  }

  /** The name or path without {@code ../}. */
  String name() {
    return name;
  }

  @Override
  public @Nullable Object read(Scope scope) {
    Scope from = scope;
    for (int i = 0; i < out && from.outer() != null; i++) {
      from = from.outer();
    }
    Object value = from.value();
    if (value instanceof Map<?, ?> map && !way.steps().isEmpty()) {
      Object exact = map.get(name);
      if (exact != null || map.containsKey(name)) {
        return exact;
      }
      String column = scope.isOfTable() ? inItsCase(map) : null;
      if (column != null) {
        return map.get(column);
      }
    }
    return from.outer() == null && name.startsWith(ROWS) && !scope.record().rows().isEmpty()
        ? way.from(Map.of(Each.ROWS, scope.record().rows()))
        : way.from(value);
  }

  private @Nullable String inItsCase(Map<?, ?> row) {
    String known = otherCase;
    if (known != null && row.containsKey(known)) {
      return known;
    }
    for (Object column : row.keySet()) {
      if (column instanceof String text && text.equalsIgnoreCase(name)) {
        otherCase = text;
        return text;
      }
    }
    return null;
  }

  @Override
  public String columns() {
    return written;
  }
}

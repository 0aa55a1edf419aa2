package com.nexway.dmp.adapter.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column, or a path in JSON such as {@code billing.city} or {@code lines.0.sku}.
 *
 * <p>A column named exactly so wins over a path. {@code ../} before the name looks one level out of
 * {@code each}; {@code .} alone is the element itself.
 */
final class Reference implements Source {
  private static final String OUT = "../";

  private final String written;
  private final String name;
  private final int out;
  private final String[] steps;

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
    this.steps = name.equals(".") ? new String[0] : name.split("\\.", -1);
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
    if (value instanceof Map<?, ?> map && steps.length > 0) {
      Object exact = map.get(name);
      if (exact != null || steps.length == 1 || map.containsKey(name)) {
        return exact;
      }
    }
    return Scope.walk(value, steps);
  }

  @Override
  public String columns() {
    return written;
  }
}

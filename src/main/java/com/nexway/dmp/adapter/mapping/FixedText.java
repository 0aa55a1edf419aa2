package com.nexway.dmp.adapter.mapping;

import org.jspecify.annotations.Nullable;

/** The same text for every record. */
record FixedText(String text) implements Source {
  @Override
  public String read(Scope scope) {
    return text;
  }

  @Override
  public @Nullable String columns() {
    return null;
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The same value for every record, converted when the mapping was loaded. */
record Constant(JsonNode json) implements Rule {
  @Override
  public JsonNode render(Scope scope, Pass pass) {
    return json;
  }

  @Override
  public @Nullable String columns() {
    return null;
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array whose elements stand one by one in the mapping.
 *
 * @param elements how they are added
 * @param rules one for each element
 */
record ListRule(Elements elements, List<Rule> rules) implements Rule {
  @Override
  public @Nullable ArrayNode render(Scope scope, Pass pass) {
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
    for (Rule rule : rules) {
      elements.add(array, rule, scope, pass);
    }
    return array.isEmpty() ? null : array;
  }

  @Override
  public @Nullable String columns() {
    return null;
  }
}

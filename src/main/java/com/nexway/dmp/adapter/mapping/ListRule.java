package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array whose elements stand one by one in the mapping.
 *
 * @param elements how they are added
 * @param entries one for each element
 */
record ListRule(Elements elements, List<Entry> entries) implements Rule {
  /**
   * One element.
   *
   * @param when on what it depends; null where it is always made
   */
  record Entry(@Nullable Condition when, Rule rule) {}

  @Override
  public @Nullable ArrayNode render(Scope scope, Pass pass) {
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
    for (Entry entry : entries) {
      if (entry.when() == null || entry.when().holds(scope, pass)) {
        elements.add(array, entry.rule(), scope, pass);
      }
    }
    return array.isEmpty() ? null : array;
  }

  @Override
  public @Nullable String columns() {
    return null;
  }
}

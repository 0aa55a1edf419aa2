package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array with an element for each row of a record, or for each element of an array in JSON.
 *
 * @param from the array; {@code rows} for the rows of the record
 * @param when which of them are taken; null for all
 * @param elements how they are added
 * @param rule how an element is made
 */
record Each(Reference from, @Nullable Condition when, Elements elements, Rule rule)
    implements Rule {
  static final String ROWS = "rows";

  @Override
  public @Nullable ArrayNode render(Scope scope, Pass pass) {
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
    pass.from(from.columns());
    for (Object element : elements(scope)) {
      Scope inner = scope.inner(element);
      if (when == null || when.holds(inner, pass)) {
        elements.add(array, rule, inner, pass);
      }
    }
    return array.isEmpty() ? null : array;
  }

  private Collection<?> elements(Scope scope) {
    if (from.columns().equals(ROWS)) {
      List<?> rows = scope.record().rows();
      if (!rows.isEmpty()) {
        return rows;
      }
      Object found = from.read(scope);
      // A record that is one row has that row.
      return found == null ? Scope.elements(scope.value()) : Scope.elements(found);
    }
    return Scope.elements(from.read(scope));
  }

  @Override
  public String columns() {
    return from.columns();
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An array of texts from one column: an array in JSON, or one text that is split.
 *
 * @param leaf how each of them is read and converted
 * @param split what stands between them in one text; null where it is one
 */
record TextList(Leaf leaf, @Nullable String split) implements Rule {
  @Override
  public @Nullable ArrayNode render(Scope scope, Pass pass) {
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
    Object value = null;
    try {
      value = leaf.source().read(scope);
    } catch (Misfit misfit) {
      pass.reading(leaf.columns(), null);
      add(array, leaf.misfit(misfit, scope, pass));
    }
    for (Object element : elements(value)) {
      pass.enter(array.size());
      pass.reading(leaf.columns(), element);
      try {
        add(array, leaf.one(element, scope, pass));
      } catch (Misfit misfit) {
        add(array, leaf.misfit(misfit, scope, pass));
      }
      pass.leave();
    }
    return array.isEmpty() ? null : array;
  }

  private Collection<?> elements(@Nullable Object value) {
    if (value instanceof String text && split != null) {
      return Arrays.asList(text.split(java.util.regex.Pattern.quote(split)));
    }
    return Scope.elements(value);
  }

  private static void add(ArrayNode array, @Nullable JsonNode element) {
    if (element != null) {
      array.add(element);
    }
  }

  @Override
  public @Nullable String columns() {
    return leaf.columns();
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an event differs from the one that an example shows.
 *
 * @param trace which column each property of the event came from
 * @param problems each difference is added here, at its place in the file
 */
record Difference(Trace trace, List<FileProblem> problems) {
  void compare(String pointer, YamlNode at, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        child(pointer + "/" + name, inner(at, name), expected.get(name), actual.get(name));
      }
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        child(pointer + "/" + i, inner(at, i), expected.get(i), actual.get(i));
      }
    } else if (!same(expected, actual)) {
      tell(
          pointer,
          at,
          "is " + shown(expected) + " in the example, and the mapping makes " + shown(actual));
    }
  }

  private void child(
      String pointer, YamlNode at, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    if (expected == null && actual != null) {
      tell(pointer, at, "is not in the example, and the mapping makes " + shown(actual));
    } else if (actual == null && expected != null) {
      tell(pointer, at, "is " + shown(expected) + " in the example, and the mapping leaves it out");
    } else if (actual != null && expected != null) {
      compare(pointer, at, expected, actual);
    }
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    return expected.isNumber() && actual.isNumber()
        ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
        : expected.equals(actual);
  }

  private void tell(String pointer, YamlNode at, String message) {
    String column = trace.of(pointer);
    problems.add(
        at.problem(pointer + " " + message + (column == null ? "" : " from column " + column)));
  }

  private static String shown(JsonNode value) {
    return value.isTextual()
        ? "'" + Texts.describe(value.asText()) + "'"
        : Texts.describe(value.toString());
  }

  private static YamlNode inner(YamlNode at, String name) {
    return at instanceof YamlNode.Fields fields ? fields.entries().getOrDefault(name, at) : at;
  }

  private static YamlNode inner(YamlNode at, int position) {
    return at instanceof YamlNode.Items items && position < items.items().size()
        ? items.items().get(position)
        : at;
  }
}

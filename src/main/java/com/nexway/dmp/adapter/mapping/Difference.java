package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two events differ.
 *
 * @param pointer the place, as a JSON pointer
 * @param one what the first has there; null for nothing
 * @param other what the second has there; null for nothing
 */
record Difference(String pointer, @Nullable JsonNode one, @Nullable JsonNode other) {
  /** All of them, in the order of the events; numbers that are equal do not differ. */
  static List<Difference> between(@Nullable JsonNode one, @Nullable JsonNode other) {
    List<Difference> differences = new ArrayList<>();
    compare("", one, other, differences);
    return differences;
  }

  private static void compare(
      String pointer,
      @Nullable JsonNode one,
      @Nullable JsonNode other,
      List<Difference> differences) {
    if (one == null || other == null) {
      if (one != null || other != null) {
        differences.add(new Difference(pointer, one, other));
      }
    } else if (one.isObject() && other.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(pointer + "/" + name, one.get(name), other.get(name), differences));
    } else if (one.isArray() && other.isArray()) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        compare(pointer + "/" + i, one.get(i), other.get(i), differences);
      }
    } else if (!same(one, other)) {
      differences.add(new Difference(pointer, one, other));
    }
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  /** The same, told value by value where one of them has a whole object or list. */
  List<Difference> values() {
    JsonNode only = one == null ? other : one;
    if (only == null || !only.isContainerNode() || (one != null && other != null)) {
      return List.of(this);
    }
    return Value.of(pointer, only).stream()
        .map(
            value ->
                one == null
                    ? new Difference(value.pointer(), null, value.json())
                    : new Difference(value.pointer(), value.json(), null))
        .toList();
  }

  /** A value for a message, never longer than a line. */
  static String shown(JsonNode value) {
    return value.isTextual()
        ? "'" + Texts.describe(value.asText()) + "'"
        : Texts.describe(value.toString());
  }

  /**
   * A single value of an event.
   *
   * @param pointer where it stands
   */
  record Value(String pointer, JsonNode json) {
    /** All values at a place and below it, in its order. */
    static List<Value> of(String pointer, JsonNode node) {
      List<Value> values = new ArrayList<>();
      collect(pointer, node, values);
      return values;
    }

    private static void collect(String pointer, JsonNode node, List<Value> values) {
      if (node.isObject()) {
        node.properties()
            .forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), values));
      } else if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          collect(pointer + "/" + i, node.get(i), values);
        }
      } else {
        values.add(new Value(pointer, node));
      }
    }
  }
}

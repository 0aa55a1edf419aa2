package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.mapping.conversion.Decimals;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression sees of a record, and what it gives back. */
final class JsonInput {
  private static final int DEEPEST = 100;

  private JsonInput() {}

  /**
   * The scope as JSON; the rows of a record stand under {@code rows} where no column has the name.
   */
  static JsonNode of(Scope scope) {
    JsonNode json = toJson(scope.value(), 0);
    List<Map<String, Object>> rows = scope.record().rows();
    if (scope.outer() == null
        && !rows.isEmpty()
        && json instanceof ObjectNode object
        && !object.has(Each.ROWS)) {
      object.set(Each.ROWS, toJson(rows, 0));
    }
    return json;
  }

  private static JsonNode toJson(@Nullable Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      return NullNode.instance;
    }
    if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = new ObjectNode(JsonNodeFactory.instance);
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        object.set(String.valueOf(entry.getKey()), toJson(entry.getValue(), depth + 1));
      }
      return object;
    }
    if (value instanceof Collection<?> list) {
      ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
      for (Object element : list) {
        array.add(toJson(element, depth + 1));
      }
      return array;
    }
    try {
      return TextNode.valueOf(Texts.of(value));
    } catch (Misfit misfit) {
      return NullNode.instance;
    }
  }

  private static JsonNode number(Number number) {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      return LongNode.valueOf(number.longValue());
    }
    try {
      BigDecimal decimal = Decimals.plain(Decimals.of(number, null));
      return decimal.scale() <= 0 && decimal.precision() <= 18
          ? LongNode.valueOf(decimal.longValueExact())
          : DecimalNode.valueOf(decimal);
    } catch (Misfit misfit) {
      return TextNode.valueOf(Texts.describe(number));
    }
  }

  /** JSON as the values that a source holds. */
  static @Nullable Object toJava(JsonNode json) throws Misfit {
    return switch (json.getNodeType()) {
      case STRING -> json.textValue();
      case BOOLEAN -> json.booleanValue();
      case NUMBER -> number(json);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonNode element : json) {
          list.add(toJava(element));
        }
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
          map.put(entry.getKey(), toJava(entry.getValue()));
        }
        yield map;
      }
      default -> null;
    };
  }

  private static Object number(JsonNode json) throws Misfit {
    if (json.isBigDecimal()) {
      return json.decimalValue();
    }
    if (!json.isIntegralNumber()) {
      throw new Misfit("the expression gives " + json.asText() + " in a list, which is not exact");
    }
    BigInteger whole = json.bigIntegerValue();
    return whole.bitLength() < 64 ? (Object) whole.longValue() : new BigDecimal(whole);
  }
}

package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Events to test with. */
final class Samples {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private Samples() {}

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** An event of every property that may stand beside the others: companySizeRange is left out. */
  static ObjectNode full() {
    ObjectNode event = (ObjectNode) valid(EventDocument.document().root());
    event.put("action", "cart");
    ((ObjectNode) event.get("user")).remove("companySizeRange");
    return event;
  }

  static ObjectNode order() {
    return json(
        """
        {"action": "order",
         "order": {"currency": "EUR", "id": "1001", "items": [{
           "pricing": {"VATRate": 0.2, "discountConstant": 0, "discountRate": 0,
             "unitPriceExcludingVAT": 19.90, "unitPriceIncludingVAT": 23.88},
           "product": {"name": "Security Suite", "uniqueReference": "SKU-1"}, "quantity": 1}]},
         "user": {"email": "john.doe@example.com"}}
        """);
  }

  static ObjectNode sendData() {
    return json(
        """
        {"action": "send data", "user": {"email": "john.doe@example.com"}}
        """);
  }

  /** A value as the document wants it. */
  static JsonNode valid(Property property) {
    return switch (property.kind()) {
      case OBJECT -> {
        ObjectNode object = NODES.objectNode();
        property.members().forEach((name, member) -> object.set(name, valid(member)));
        yield object;
      }
      case ARRAY -> NODES.arrayNode().add(valid(property.item()));
      case STRING -> NODES.textNode(text(property));
      case DATE -> NODES.textNode("2024-02-29");
      case INT64 -> NODES.numberNode(new BigDecimal("1.477053592e+09"));
      case INTEGER -> NODES.numberNode(3);
      case FLOAT ->
          NODES.numberNode(
              new BigDecimal(property.name().equals("unitPriceIncludingVAT") ? "0.234" : "0.196"));
    };
  }

  private static String text(Property property) {
    if (property.path().equals("user.email")) {
      return "john.doe@internet.com";
    }
    return property.values().isEmpty() ? "01000" : property.values().get(0);
  }

  /** The pointer of a property's first occurrence: {@code /user/addresses/0/zipcode}. */
  static String pointer(String path) {
    String inner = path.endsWith("[]") ? path.substring(0, path.length() - 2) : path;
    return "/" + inner.replace("[]", "/0").replace('.', '/');
  }

  /** Sets, or with null removes, what stands at a pointer; missing objects are made. */
  static ObjectNode with(ObjectNode event, String pointer, @Nullable JsonNode value) {
    String[] steps = pointer.substring(1).split("/");
    JsonNode at = event;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.isArray() ? at.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
      at = next == null ? ((ObjectNode) at).putObject(steps[i]) : next;
    }
    String last = steps[steps.length - 1];
    if (at instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else if (value == null) {
      ((ObjectNode) at).remove(last);
    } else {
      ((ObjectNode) at).set(last, value);
    }
    return event;
  }

  /** Sets what stands at a pointer to a value written as JSON. */
  static ObjectNode with(ObjectNode event, String pointer, String value) {
    try {
      return with(event, pointer, JSON.readTree(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value, e);
    }
  }
}

package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any JSON whatever, often with the document's names in it, so that it comes near to an event. */
final class AnyJson {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private AnyJson() {}

  static Arbitrary<JsonNode> values() {
    return values(2);
  }

  static Arbitrary<JsonNode> objects() {
    return objects(3);
  }

  private static Arbitrary<JsonNode> values(int depth) {
    return depth == 0
        ? leaves()
        : Arbitraries.oneOf(
            leaves(), values(depth - 1).list().ofMaxSize(3).map(AnyJson::array), objects(depth));
  }

  private static Arbitrary<JsonNode> objects(int depth) {
    return Combinators.combine(names().list().ofMaxSize(6), values(depth - 1).list().ofSize(6))
        .as(AnyJson::object);
  }

  static Arbitrary<JsonNode> leaves() {
    return Arbitraries.oneOf(
        texts(), numbers(), Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true)));
  }

  static Arbitrary<JsonNode> texts() {
    List<String> known =
        new ArrayList<>(List.of("a@x.com", "2024-02-29", "05/27", "\ud83d", "\ude00x", "a\r\nb"));
    EventDocument.document()
        .paths()
        .forEach(path -> known.addAll(EventDocument.document().find(path).orElseThrow().values()));
    return Arbitraries.oneOf(Arbitraries.of(known), Arbitraries.strings().ofMaxLength(30))
        .map(NODES::textNode);
  }

  static Arbitrary<JsonNode> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                "1e1000000000",
                "-1e1000000000",
                "1e-1000000000",
                "0e1000000000",
                "1e2147483647",
                "1.5e-2147483000")
            .map(number -> NODES.numberNode(new BigDecimal(number))),
        Arbitraries.of(BigInteger.TEN.pow(5_000), BigInteger.TWO.pow(64)).map(NODES::numberNode),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e300).map(NODES::numberNode),
        Arbitraries.of(Float.NaN, 0.1f).map(NODES::numberNode),
        Arbitraries.bigDecimals().map(NODES::numberNode),
        Arbitraries.longs().map(NODES::numberNode));
  }

  static Arbitrary<String> names() {
    List<String> names = new ArrayList<>();
    EventDocument.document()
        .paths()
        .forEach(path -> names.add(EventDocument.document().find(path).orElseThrow().name()));
    return Arbitraries.oneOf(Arbitraries.of(names), Arbitraries.strings().ofMaxLength(10));
  }

  /** A list in a list, so many deep. */
  static JsonNode nested(int depth) {
    JsonNode inner = NODES.arrayNode();
    for (int i = 0; i < depth; i++) {
      inner = i % 2 == 0 ? NODES.arrayNode().add(inner) : NODES.objectNode().set("x", inner);
    }
    return inner;
  }

  private static JsonNode array(List<JsonNode> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static JsonNode object(List<String> names, List<JsonNode> values) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < names.size(); i++) {
      object.set(names.get(i), values.get(i));
    }
    return object;
  }
}

package com.nexway.dmp.adapter.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.sandbox.Received;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What must have arrived at the sandbox, and what must have become a dead letter, written out in
 * two files: nothing of the adapter had a part in them.
 */
final class Expectations {
  private static final int SHOWN = 10;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<JsonNode, String> events = new LinkedHashMap<>();
  private final List<JsonNode> deadLetters = new ArrayList<>();

  Expectations() {
    for (String line : Shipped.lines("expected-events.jsonl")) {
      JsonNode expected = read(line);
      events.put(comparable(expected.get("event")), expected.get("source").asText());
    }
    Shipped.lines("expected-dead-letters.jsonl").forEach(line -> deadLetters.add(read(line)));
  }

  int count() {
    return events.size();
  }

  /** Says that nothing differs. */
  String met() {
    return "All %d expected events were taken, each exactly once, and all %d broken records are dead letters."
        .formatted(events.size(), deadLetters.size());
  }

  /** What differs, a sentence each; empty where all is as it must be. */
  List<String> differences(List<Received> received, Path deadLetterFolder) throws IOException {
    Map<JsonNode, List<Long>> taken = new HashMap<>();
    for (Received request : received) {
      if (request.taken()) {
        taken
            .computeIfAbsent(comparable(request.json()), event -> new ArrayList<>())
            .add(request.number());
      }
    }
    List<String> differences = new ArrayList<>();
    events.forEach((event, source) -> once(event, source, taken, differences));
    inOrder(taken, differences);
    taken.keySet().stream()
        .filter(event -> !events.containsKey(event))
        .forEach(event -> differences.add("not expected, but taken: " + event));
    new DeadLetterFiles(deadLetterFolder).compare(deadLetters, differences);
    int more = differences.size() - SHOWN;
    return more <= 0
        ? differences
        : Stream.concat(differences.stream().limit(SHOWN), Stream.of("… and " + more + " more"))
            .toList();
  }

  private static void once(
      JsonNode event, String source, Map<JsonNode, List<Long>> taken, List<String> differences) {
    int times = taken.getOrDefault(event, List.of()).size();
    if (times != 1) {
      differences.add(
          "of " + source + ", taken " + (times == 0 ? "never" : times + " times") + ": " + event);
    }
  }

  /** Of two events of one order, the one that is expected first must have come first. */
  private void inOrder(Map<JsonNode, List<Long>> taken, List<String> differences) {
    Map<String, Long> last = new HashMap<>();
    for (JsonNode event : events.keySet()) {
      String order = event.path("order").path("id").asText();
      long number = taken.getOrDefault(event, List.of(0L)).get(0);
      if (!order.isEmpty() && number != 0) {
        Long before = last.put(order, number);
        if (before != null && before > number) {
          differences.add("the events of order " + order + " came in the wrong order");
        }
      }
    }
  }

  /**
   * The event without its stamp, its numbers by value (19.9 and 19.90 are one), and its items in an
   * order of their own: the shop's database gives the lines of an order in any.
   */
  private static JsonNode comparable(JsonNode event) {
    JsonNode copy = event.deepCopy();
    if (copy.path("_meta") instanceof ObjectNode meta) {
      meta.remove("dataAcquisitionTime");
      if (meta.isEmpty()) {
        ((ObjectNode) copy).remove("_meta");
      }
    }
    if (copy.path("order").path("items") instanceof ArrayNode items) {
      List<JsonNode> sorted = new ArrayList<>();
      items.forEach(sorted::add);
      sorted.sort(Comparator.comparing(item -> item.at("/product/uniqueReference").asText()));
      items.removeAll().addAll(sorted);
    }
    return byValue(copy);
  }

  private static JsonNode byValue(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue().stripTrailingZeros();
      return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(byValue(entry.getValue())));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, byValue(list.get(i)));
      }
    }
    return node;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the demo's expectations cannot be read", e);
    }
  }
}

package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events that are valid but for a few faults. */
final class Faulty {
  /** Values of each type, written as JSON, a blank between them. */
  private static final String VALUES =
      """
      null true {} [] [null] ["x"] [{}] {"lowerBoundInclusive":1} 0 1 1.0 0.5 -1 20 1e2 1e-400 1.7e3
      99999999999 100000000000 9223372036854775807 9223372036854775808 -9223372036854775809
      -9223372036854775808 -100000000000 18446744073709551616
      "" "x" "visa" "M" "order" "cart" "register\\u0020licences" "51-200" "a@x.com" "a.b.c@x.com"
      "2024-02-29" "2001-02-29" "2024-2-9" "a\\r\\nb"
      """;

  /** Values that general JSON Schema validators read each in its own way. */
  private static final String CORNERS =
      """
      1e308 1e309 -1e309 0e1000000000 "\\ud83d" "\\ude00x" "\\ud83d\\ude00"
      """;

  private Faulty() {}

  /** A fault: a value that takes the place of another, or of nothing. */
  private record Fault(String pointer, JsonNode value) {
    void put(ObjectNode event) {
      String parent = pointer.substring(0, pointer.lastIndexOf('/'));
      if (event.at(parent).isObject()) {
        Samples.with(event, pointer, value.isMissingNode() ? null : value.deepCopy());
      }
    }
  }

  static Arbitrary<ObjectNode> events() {
    return events(VALUES);
  }

  static Arbitrary<ObjectNode> eventsWithCorners() {
    return events(VALUES + CORNERS);
  }

  private static Arbitrary<ObjectNode> events(String written) {
    List<String> pointers = new ArrayList<>(List.of("/custmerID", "/user/a~b", "/order/items/0/x"));
    EventDocument.document().paths().forEach(path -> pointers.add(Samples.pointer(path)));
    Arbitrary<List<Fault>> faults =
        Combinators.combine(Arbitraries.of(pointers), Arbitraries.of(values(written)))
            .as(Fault::new)
            .list()
            .ofMaxSize(5);
    return faults.map(Faulty::event);
  }

  private static ObjectNode event(List<Fault> faults) {
    ObjectNode event = Samples.full();
    faults.forEach(fault -> fault.put(event));
    return event;
  }

  private static List<JsonNode> values(String written) {
    List<JsonNode> values = new ArrayList<>(List.of(JsonNodeFactory.instance.missingNode()));
    for (String text : written.strip().split("\\s+")) {
      values.add(Samples.with(Samples.sendData(), "/x", text).get("x"));
    }
    return values;
  }
}

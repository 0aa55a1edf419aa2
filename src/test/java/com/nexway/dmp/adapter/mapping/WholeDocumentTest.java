package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property of the document can be mapped, from a column of its own. */
final class WholeDocumentTest {
  private final Map<String, Object> columns = new LinkedHashMap<>();

  private String yaml(Property property, String indent) {
    StringBuilder yaml = new StringBuilder();
    for (Property member : property.members().values()) {
      yaml.append(indent).append(member.name()).append(":");
      switch (member.kind()) {
        case OBJECT -> yaml.append("\n").append(yaml(member, indent + "  "));
        case ARRAY -> {
          if (member.item().kind() == Kind.OBJECT) {
            yaml.append("\n").append(indent).append("  - when: { column: yes, empty: false }\n");
            yaml.append(yaml(member.item(), indent + "    "));
          } else {
            yaml.append("\n").append(indent).append("  - ").append(column(member)).append("\n");
          }
        }
        default -> yaml.append(" ").append(column(member)).append("\n");
      }
    }
    return yaml.toString();
  }

  private String column(Property property) {
    String column = property.path().replace("[]", "");
    columns.put(column, text(property));
    return "\"${" + column + "}\"";
  }

  /** What a source may hold for a property, as text. */
  private static String text(Property property) {
    if (!property.values().isEmpty()) {
      return property.values().get(property.values().size() - 1);
    }
    return switch (property.kind()) {
      case DATE -> "2026-03-01";
      case INT64 -> "2026-03-01T10:00:00Z";
      case INTEGER -> "2.0";
      case FLOAT -> property.isRatio() ? "20%" : "19.90";
      default -> property.name().equals("email") ? "ann@example.com" : "text";
    };
  }

  private static void paths(JsonNode node, String path, Set<String> paths) {
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              String name = path + (path.isEmpty() ? "" : ".") + entry.getKey();
              String printed = value.isArray() ? name + "[]" : name;
              paths.add(printed);
              paths(value.isArray() ? value.get(0) : value, printed, paths);
            });
  }

  @Test
  void all_107_properties_can_be_mapped() {
    String event = yaml(EventDocument.document().root(), "  ");
    Mapping mapping = Shop.mapping("key: ${yes}\nevent:\n" + event);
    columns.put("yes", "1");
    SourceRecord record = Shop.record(columns);
    Set<String> made = new LinkedHashSet<>();
    paths(Shop.ready(mapping, record).json(), "", made);
    made.add("_meta.dataAcquisitionTime"); // is kept apart
    assertThat(Shop.ready(mapping, record).acquired()).isNotNull();
    assertThat(made)
        .hasSize(107)
        .containsExactlyInAnyOrderElementsOf(EventDocument.document().paths());
  }

  static Stream<String> paymentMethods() {
    return EventDocument.document().find("order.paymentMethod").orElseThrow().values().stream();
  }

  @ParameterizedTest
  @MethodSource("paymentMethods")
  void each_of_the_43_payment_methods_can_be_mapped_by_name(String method) {
    String order =
        """
        key: ${id}
        event:
          action: order
          user: { email: ann@example.com }
          order:
            id: ${id}
            currency: EUR
            paymentMethod: %s
            items: [{ product: { name: a, uniqueReference: b }, quantity: 1 }]
        """;
    assertThat(Shop.event(Shop.mapping(order.formatted("${method}")), Shop.with("method", method)))
        .contains("\"paymentMethod\":\"" + method + "\"");
    assertThat(
            Shop.event(
                Shop.mapping(order.formatted("{ column: method, values: { x: " + method + " } }")),
                Shop.with("method", "x")))
        .contains("\"paymentMethod\":\"" + method + "\"");
  }
}

package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.record.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Validation, held to each property of the document itself. */
class ValidatorDocumentTest {
  /** One value of each JSON type, by the type. */
  private static final Map<String, String> VALUES =
      Map.of(
          "text",
          "\"x\"",
          "number",
          "1.5",
          "boolean",
          "true",
          "object",
          "{\"x\":1}",
          "list",
          "[1]");

  private final Validator validator = new Validator();

  @Test
  void the_example_of_the_document_is_valid() {
    assertThat(validator.violations(Samples.json(DocumentText.example()))).isEmpty();
  }

  @Test
  void an_event_of_all_properties_is_valid() {
    assertThat(validator.violations(Samples.full())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_valid_value_of_each_property_passes() {
    return properties(property -> assertThat(validator.violations(eventFor(property))).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> a_wrong_type_fails_at_exactly_its_pointer() {
    return properties(
        property ->
            VALUES.forEach(
                (type, value) -> {
                  if (type.equals(right(property.kind()))) {
                    return;
                  }
                  String pointer = Samples.pointer(property.path());
                  ObjectNode event = Samples.with(eventFor(property), pointer, value);
                  assertThat(errors(event))
                      .as(type)
                      .extracting(Problem::pointer)
                      .containsExactly(pointer);
                }));
  }

  @TestFactory
  Stream<DynamicTest> null_is_an_error_everywhere() {
    return properties(
        property -> {
          String pointer = Samples.pointer(property.path());
          assertThat(errors(Samples.with(eventFor(property), pointer, "null")))
              .extracting(Problem::pointer)
              .containsExactly(pointer);
        });
  }

  @TestFactory
  Stream<DynamicTest> absence_is_an_error_only_where_the_document_does_not_say_optional() {
    Map<String, DocumentText.Printed> printed = DocumentText.properties();
    return properties(
        property -> {
          String pointer = Samples.pointer(property.path());
          ObjectNode event = eventFor(property);
          if (!property.path().equals("cart")) {
            event.put("action", "send data");
          }
          Samples.with(event, pointer, (JsonNode) null);
          boolean optional =
              printed.get(property.path()).optional || property.path().contains(".pricing");
          if (property.path().equals("cart")) {
            assertThat(errors(event))
                .as("the action is about it")
                .extracting(Problem::pointer)
                .containsExactly("/cart");
          } else if (optional) {
            assertThat(errors(event)).isEmpty();
          } else {
            assertThat(errors(event)).extracting(Problem::pointer).containsExactly(pointer);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> each_listed_value_passes_and_no_other() {
    return EventDocument.document().paths().stream()
        .map(path -> EventDocument.document().find(path).orElseThrow())
        .filter(property -> !property.values().isEmpty())
        .map(property -> dynamicTest(property.path(), () -> takesItsValuesAlone(property)));
  }

  private void takesItsValuesAlone(Property property) {
    String pointer = Samples.pointer(property.path());
    for (String value : DocumentText.properties().get(property.path()).values) {
      assertThat(errors(Samples.with(eventFor(property), pointer, new TextNode(value))))
          .as(value)
          .isEmpty();
      String other =
          value.equals(value.toUpperCase(Locale.ROOT))
              ? value.toLowerCase(Locale.ROOT) + " "
              : value.toUpperCase(Locale.ROOT);
      ObjectNode shouted = Samples.with(eventFor(property), pointer, new TextNode(other));
      assertThat(errors(shouted)).as(other).extracting(Problem::pointer).contains(pointer);
    }
  }

  private List<Problem> errors(ObjectNode event) {
    return validator.violations(event).stream().filter(Problem::isError).toList();
  }

  private static ObjectNode eventFor(Property property) {
    ObjectNode event = Samples.full();
    if (property.path().equals("user.companySizeRange")) {
      ObjectNode user = (ObjectNode) event.get("user");
      user.remove("companySizeFreeRange");
      user.set("companySizeRange", Samples.valid(property));
    }
    return event;
  }

  private static String right(Kind kind) {
    return switch (kind) {
      case OBJECT -> "object";
      case ARRAY -> "list";
      case STRING, DATE -> "text";
      case INT64, INTEGER, FLOAT -> "number";
    };
  }

  private static Stream<DynamicTest> properties(Consumer<Property> test) {
    return DocumentText.properties().keySet().stream()
        .map(
            path ->
                dynamicTest(
                    path, () -> test.accept(EventDocument.document().find(path).orElseThrow())));
  }
}

package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventDocumentTest {
  private final EventDocument document = EventDocument.document();

  @Test
  void all_107_properties_are_known_in_the_order_of_the_document() {
    assertThat(document.paths())
        .hasSize(107)
        .containsExactlyElementsOf(DocumentText.properties().keySet());
  }

  @Test
  void the_43_payment_methods_are_those_of_the_document() {
    assertThat(document.find("order.paymentMethod").orElseThrow().values())
        .hasSize(43)
        .containsExactlyElementsOf(DocumentText.properties().get("order.paymentMethod").values);
  }

  @TestFactory
  List<DynamicTest> each_property_is_as_the_document_prints_it() {
    return DocumentText.properties().values().stream()
        .map(printed -> DynamicTest.dynamicTest(printed.path, () -> isAsPrinted(printed)))
        .toList();
  }

  @Test
  void a_table_made_by_others_from_the_document_says_the_same() {
    List<String> table =
        DocumentText.properties().values().stream()
            .map(
                printed ->
                    String.join(
                        "\t",
                        printed.path,
                        printed.path.equals("user.email") ? "e-mail pattern" : printed.type,
                        printed.optional ? "Optional" : "",
                        String.join("|", printed.values)))
            .toList();
    assertThat(DocumentText.resource("properties.tsv").lines().skip(1))
        .containsExactlyElementsOf(table);
  }

  private void isAsPrinted(DocumentText.Printed printed) {
    Property property = document.find(printed.path).orElseThrow();
    assertThat(property.path()).isEqualTo(printed.path);
    assertThat(property.kind()).isEqualTo(kind(printed));
    assertThat(property.values()).isEqualTo(printed.values);
    if (printed.optional) {
      assertThat(property.mandatory()).isFalse();
    } else if (printed.path.contains(".pricing")) {
      assertThat(property.need()).as("'if given'").isEqualTo(Property.Need.EXPECTED);
    } else {
      assertThat(property.mandatory()).isTrue();
    }
    if (printed.type.equals("array of string")) {
      assertThat(property.item()).isNotNull();
      assertThat(property.item().kind()).isEqualTo(Kind.STRING);
    }
  }

  private static Kind kind(DocumentText.Printed printed) {
    if (printed.path.equals("user.email") || printed.path.equals("usage.type")) {
      return Kind.STRING; // printed as its pattern, and as an object that is one of four texts
    }
    return printed.type.equals("array of string")
        ? Kind.ARRAY
        : Kind.valueOf(printed.type.toUpperCase(Locale.ROOT));
  }
}

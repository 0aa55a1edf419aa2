package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of a mapping are run, and what differs is told. */
final class ExamplesTest {
  private static final String MAPPING =
      """
      key: ${id}
      event:
        action: { column: status, values: { paid: order, draft: skip } }
        actionTime: ${at}
        user: { email: "${email}", firstName: "${name}" }
        order:
          id: ${id}
          currency: EUR
          items: { each: rows, product: { name: a, uniqueReference: "${sku}" }, quantity: "${qty}" }
      examples:
      """;

  private static final String RIGHT =
      """
        - rows:
            - { id: 1, status: paid, at: 1772359200, email: a@example.com, name: Ann, sku: "01", qty: 2 }
            - { id: 1, status: paid, at: 1772359200, email: a@example.com, name: Ann, sku: x, qty: 1 }
          event:
            action: order
            actionTime: 1.7723592e9
            user: { email: a@example.com, firstName: Ann }
            order:
              id: "1"
              currency: EUR
              items:
                - { product: { name: a, uniqueReference: "01" }, quantity: 2 }
                - { product: { name: a, uniqueReference: x }, quantity: 1 }
      """;

  private static List<String> run(String examples) {
    return Examples.run(Shop.mapping(MAPPING + examples)).stream()
        .map(FileProblem::toString)
        .toList();
  }

  @Test
  void an_example_that_holds_tells_nothing() {
    assertThat(run(RIGHT)).isEmpty();
    assertThat(run("  - { record: { status: draft }, skipped: true }\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firstName: Ann }|firstName: Bea }|17:48: /user/firstName is 'Bea' in the example, and the mapping makes 'Ann' from column name",
        ", firstName: Ann }|}|17:13: /user/firstName is not in the example, and the mapping makes 'Ann' from column name",
        "firstName: Ann }|firstName: Ann, lastName: Lee }|17:63: /user/lastName is 'Lee' in the example, and the mapping leaves it out",
        "quantity: 1 }|quantity: 3 }|23:67: /order/items/1/quantity is 3 in the example, and the mapping makes 1 from column qty",
        "actionTime: 1.7723592e9|actionTime: 1772359201|16:19: /actionTime is 1772359201 in the example, and the mapping makes 1772359200 from column at"
      })
  void what_differs_is_told_property_by_property(String right, String wrong, String problem) {
    assertThat(run(RIGHT.replace(right, wrong))).containsExactly("mappings/test.yaml:" + problem);
  }

  @Test
  void an_element_too_many_is_told() {
    assertThat(
            run(
                RIGHT.replaceFirst(
                    "(?m)^ +- \\{ product: \\{ name: a, uniqueReference: x.*\\n", "")))
        .singleElement()
        .asString()
        .contains("/order/items/1 is not in the example, and the mapping makes {");
  }

  @Test
  void a_record_that_makes_no_event_is_told() {
    assertThat(run(RIGHT.replace("qty: 1 }", "qty: 1.5 }")))
        .singleElement()
        .asString()
        .endsWith(
            "the example: /order/items/1/quantity, from column qty: '1.5' is not a whole number");
    assertThat(run(RIGHT.replace("status: paid", "status: draft")))
        .singleElement()
        .asString()
        .endsWith("the record of the example is skipped: status is 'draft'");
    assertThat(run(RIGHT.replaceAll("(?s)    event:.*", "    skipped: true\n")))
        .singleElement()
        .asString()
        .endsWith("the record of the example is not skipped, but makes an event");
  }

  @Test
  void an_event_that_the_dmp_refuses_is_told_although_it_is_as_shown() {
    assertThat(run(RIGHT.replace("a@example.com", "a.example.com")))
        .singleElement()
        .asString()
        .contains("the example: /user/email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  - { event: { action: order } }|11:3: an example needs either record: or rows:",
        "  - { record: { id: 1 } }|11:3: an example needs either event: or skipped: true",
        "  - { record: { id: 1 }, evnt: {} , skipped: true }|11:24: an example has no 'evnt'; did you mean event?",
        "  - { record: { id: 1 }, event: { actoin: order } }|11:33: the example: event has no property 'actoin'; did you mean action?",
        "  - { record: { id: 1 }, event: { actionTime: now } }|11:45: the example: actionTime is a number, written without quotes",
        "  - { rows: {}, skipped: true }|11:11: rows: is a list of rows, each a map of columns",
        "  - { record: [], skipped: true }|11:13: record: is a map of columns",
        "'  record: {}'|11:3: examples: is a list; write '- ' before record: or rows: of each example"
      })
  void an_example_that_is_written_wrong_is_told(String example, String problem) {
    assertThat(Shop.problems(MAPPING + example)).contains("mappings/test.yaml:" + problem);
  }
}

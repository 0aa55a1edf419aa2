package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records are taken. */
final class WhenTest {
  private static Mapping when(String condition) {
    return Shop.mapping(
        """
        key: ${id}
        when: %s
        event: { action: send data, user: { email: ann@example.com } }
        """
            .formatted(condition));
  }

  private static String reason(Mapping mapping, Object value) {
    return Shop.draft(mapping, Shop.with("status", value)) instanceof Draft.Skipped skipped
        ? skipped.reason()
        : "taken";
  }

  @Test
  void what_is_left_out_is_known_by_its_key_and_its_person() {
    Mapping mapping = when("{ column: status, equals: paid }");

    Draft draft = Shop.draft(mapping, Shop.with("status", "draft"));

    assertThat(draft)
        .isInstanceOfSatisfying(
            Draft.Skipped.class,
            skipped -> {
              assertThat(skipped.key()).startsWith("send data:");
              assertThat(skipped.email()).isEqualTo("ann@example.com");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ column: status, in: [paid, cancelled] }|Paid|taken",
        "{ column: status, in: [paid, cancelled] }|draft|status is 'draft', none of: paid, cancelled",
        "{ column: status, in: [paid, cancelled] }|''|status is empty, none of: paid, cancelled",
        "{ column: status, equals: paid }|paid|taken",
        "{ column: status, not: draft }|draft|status is 'draft', one of: draft",
        "{ column: status, not: [draft, new] }|paid|taken",
        "{ column: status, empty: false }|''|status is empty",
        "{ column: status, empty: true }|x|status is 'x'",
        "{ column: status, empty: true }|' '|taken",
        "{ column: status, not: true, reason: a test order }|TRUE|a test order",
        "{ expression: '.status != \"x\"', reason: not this one }|x|not this one",
        "{ expression: '.status != \"x\"' }|y|taken",
        "[{ column: status, not: a }, { column: status, not: b }]|b|status is 'b', one of: b"
      })
  void a_record_is_taken_or_skipped_with_a_reason(String when, String value, String reason) {
    assertThat(reason(when(when), value)).isEqualTo(reason);
  }

  @Test
  void values_that_are_no_text_are_compared_by_what_they_are() {
    assertThat(reason(when("{ column: status, equals: true }"), true)).isEqualTo("taken");
    assertThat(reason(when("{ column: status, equals: 1 }"), 1L)).isEqualTo("taken");
    assertThat(reason(when("{ column: status, empty: true }"), List.of())).isEqualTo("taken");
    assertThat(reason(when("{ column: status, empty: true }"), List.of(1)))
        .isEqualTo("status is 'a list of 1'");
  }

  @Test
  void a_part_of_the_event_may_depend_on_a_condition() {
    Mapping mapping =
        Shop.user(
            "addresses: [{ when: { column: status, equals: yes }, country: FR, zipcode: '${id}' }]");
    assertThat(Shop.event(mapping, Shop.with("status", "yes"))).contains("addresses");
    assertThat(Shop.event(mapping, Shop.with("status", "no"))).doesNotContain("addresses");
  }

  @Test
  void a_table_may_skip_fail_or_omit() {
    Mapping mapping =
        Shop.user(
            "gender: { column: status, values: { a: skip, b: fail, c: omit, d: M, '': F }, otherwise: skip }");
    assertThat(reason(mapping, "a")).isEqualTo("status is 'a'");
    assertThat(reason(mapping, "z"))
        .isEqualTo("status: 'z' is none of the values listed (a, b, c, d, )");
    assertThat(Shop.told(mapping, Shop.with("status", "b")))
        .containsExactly("ERROR /user/gender from status: status is 'b'");
    assertThat(Shop.event(mapping, Shop.with("status", "c"))).doesNotContain("gender");
    assertThat(Shop.event(mapping, Shop.with("status", " D "))).contains("\"gender\":\"M\"");
    assertThat(Shop.event(mapping, Shop.with("status", ""))).contains("\"gender\":\"F\"");
  }

  @Test
  void an_expression_that_is_not_true_leaves_the_record_out_with_a_reason() {
    assertThat(reason(when("{ expression: .status == 1 }"), "x"))
        .isEqualTo("the expression of when: is 'false', not true");
    assertThat(reason(when("{ expression: .nothing }"), "x"))
        .isEqualTo("the expression of when: is empty, not true");
  }

  @Test
  void a_condition_that_fails_for_a_record_makes_a_dead_letter_and_skips_nothing() {
    assertThat(Shop.told(when("{ expression: number(.status) > 1 }"), Shop.with("status", "x")))
        .singleElement()
        .asString()
        .startsWith("ERROR  from expression: when: the expression does not fit this record: ")
        .contains("number(");
  }

  @Test
  void a_condition_that_fails_for_an_element_makes_a_dead_letter_too() {
    String fails = "{ expression: number(.sku) > 1 }";
    Mapping rows =
        Shop.user("addresses: { each: rows, when: " + fails + ", country: FR, zipcode: 1 }");
    Mapping listed =
        Shop.user("addresses: [{ when: " + fails + ", country: FR, zipcode: '${id}' }]");
    for (Mapping mapping : List.of(rows, listed)) {
      assertThat(Shop.told(mapping, Shop.rows(List.of(Map.of("id", 1, "sku", "a")))))
          .singleElement()
          .asString()
          .startsWith("ERROR /user/")
          .contains("when: the expression does not fit this record");
    }
  }

  @Test
  void a_condition_may_ask_whether_there_is_a_second_row() {
    Mapping mapping =
        Shop.user(
            "addresses: { each: rows, when: { column: ../rows.1, empty: true }, country: FR,"
                + " zipcode: '${zip}' }");
    Map<String, Object> row = Map.of("id", 1, "zip", "75001");
    assertThat(Shop.event(mapping, Shop.rows(List.of(row)))).contains("75001");
    assertThat(Shop.event(mapping, Shop.rows(List.of(row, row)))).doesNotContain("75001");
    assertThat(mapping.missing(List.of("id", "zip"))).isEmpty();
  }

  @Test
  void a_record_that_is_skipped_or_refused_for_an_empty_value_names_its_column() {
    assertThat(reason(Shop.user("gender: { column: status, default: skip }"), ""))
        .isEqualTo("status is empty");
    assertThat(reason(Shop.user("birthDate: { column: status, otherwise: skip }"), "soon"))
        .startsWith("status: 'soon' is ");
    assertThat(
            Shop.told(
                Shop.user("gender: { column: status, default: fail }"), Shop.with("status", "")))
        .containsExactly("ERROR /user/gender from status: status is empty");
  }

  @Test
  void a_value_that_is_not_listed_is_told_with_what_to_write_where_nothing_is_written_for_it() {
    assertThat(
            Shop.told(
                Shop.user("gender: { column: status, values: { a: M } }"),
                Shop.with("status", "z")))
        .containsExactly(
            "ERROR /user/gender from status: 'z' is none of the values listed (a); add it under"
                + " values:, or write otherwise:");
    assertThat(Shop.problems("{ key: '${id}', event: { action: { column: a, values: {} } } }"))
        .anyMatch(
            told -> told.contains("values: needs lines such as paid: order, and this is empty"));
  }
}

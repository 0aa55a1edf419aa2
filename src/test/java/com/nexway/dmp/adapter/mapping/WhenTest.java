package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Draft;
import java.util.List;
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
    assertThat(reason(mapping, "z")).contains("'z' is none of the values listed (a, b, c, d, )");
    assertThat(Shop.told(mapping, Shop.with("status", "b")))
        .containsExactly("ERROR /user/gender from status: status is 'b'");
    assertThat(Shop.event(mapping, Shop.with("status", "c"))).doesNotContain("gender");
    assertThat(Shop.event(mapping, Shop.with("status", " D "))).contains("\"gender\":\"M\"");
    assertThat(Shop.event(mapping, Shop.with("status", ""))).contains("\"gender\":\"F\"");
  }
}

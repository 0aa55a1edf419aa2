package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real platforms need of a mapping: chosen elements, rates of rounded amounts, HTML. */
final class LanguageTest {
  private static final String RATE =
      """
      key: ${id}
      event:
        action: order
        user: { email: ann@example.com }
        order:
          id: ${id}
          currency: EUR
          items:
            - product: { name: a, uniqueReference: b }
              quantity: 1
              pricing: { VATRate: %s }
      """;

  private static Mapping rate(String leaf) {
    return Shop.mapping(RATE.formatted(leaf));
  }

  @ParameterizedTest
  @CsvSource({"1.05, 0.05, 0.055", "19.99, 3.33, 0.2", "110, 10, 0.1", "100, 0, 0"})
  void a_rate_of_rounded_amounts_is_the_nearest_one(String gross, String tax, String expected) {
    Mapping mapping =
        rate(
            "{ column: tax, divided-by: { column: gross, minus: '${tax}' }, nearest: [0.2, 0.1,"
                + " 0.055, 0] }");
    Map<String, Object> record = Map.of("id", "1", "gross", gross, "tax", tax);
    assertThat(Shop.event(mapping, Shop.record(record))).contains("\"VATRate\":" + expected + "}");
  }

  @Test
  void a_rate_that_is_near_none_is_told() {
    assertThat(Shop.told(rate("{ column: n, nearest: [0.2, 0.1] }"), Shop.with("n", "0.15")))
        .singleElement()
        .asString()
        .contains("is more than one per cent from each of nearest: [0.2, 0.1]")
        .contains("add the rate that is meant");
    assertThat(
            Shop.event(rate("{ column: n, percent: true, nearest: 0.2 }"), Shop.with("n", "19.6")))
        .contains("\"VATRate\":0.2}");
  }

  @Test
  void nearest_is_for_ratios_and_lists_ratios() {
    assertThat(Shop.problems(RATE.formatted("{ column: n, nearest: [20] }")))
        .singleElement()
        .asString()
        .contains("nearest: lists ratios such as [0.2, 0.1, 0.055], not '20'");
    assertThat(
            Shop.problems(RATE.formatted("0.2, unitPriceExcludingVAT: { column: n, nearest: 1 }")))
        .singleElement()
        .asString()
        .contains("nearest: is for ratios such as VATRate");
  }

  private static final String META =
      """
      {"id": 1, "meta_data": [
        {"id": 7, "key": "other", "value": "x"},
        {"id": 8, "key": "_vat_id", "value": "FR1"},
        {"id": 9, "key": "_vat_id", "value": "FR2"},
        {"id": 10, "key": "a.b]c", "value": {"deep": ["FR3"]}},
        "text", null]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "meta_data[key=_vat_id].value|FR1",
        "meta_data[key=\"_vat_id\"].value|FR1",
        "meta_data[key='a.b]c'].value.deep.0|FR3",
        "meta_data[id=9].value|FR2",
        "meta_data[key=_vat_id][id=8].value|FR1",
        "meta_data.1.value|FR1"
      })
  void an_element_is_chosen_by_one_of_its_fields(String path, String value) {
    assertThat(
            Shop.event(
                Shop.user("VATIN: \"${" + path.replace("\"", "\\\"") + "}\""), Shop.json(META)))
        .contains("\"VATIN\":\"" + value + "\"");
  }

  @ParameterizedTest
  @CsvSource({"meta_data[key=none].value", "meta_data[none=1].value", "other[key=x].value"})
  void what_no_element_fits_is_absent(String path) {
    assertThat(Shop.event(Shop.user("VATIN: ${" + path + "}"), Shop.json(META)))
        .doesNotContain("VATIN");
  }

  @Test
  void a_column_with_brackets_in_its_name_is_a_column() {
    assertThat(Shop.event(Shop.user("username: '${Price [EUR]}'"), Shop.with("Price [EUR]", "5")))
        .contains("\"username\":\"5\"");
    assertThat(Shop.event(Shop.user("username: '${a[b=c]}'"), Shop.with("a[b=c]", "5")))
        .contains("\"username\":\"5\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Fish &amp; <b>Chips</b></p>|Fish & Chips",
        "a<br/>b<BR>c|a\\nb\\nc",
        "5 < 6 &lt;b&gt; 7|5 < 6 <b> 7",
        "<!-- x --><style>p {}</style>a<script>1 > 0</script>b|ab",
        "<a href=\"http://x\">link|link",
        "<ul><li>a</li> <li>b</li></ul>|a\\nb",
        "a<div>b</div>c|a\\nb\\nc"
      })
  void tags_are_dropped_where_the_mapping_says_so(String html, String text) {
    assertThat(Shop.event(Shop.user("username: { column: t, html: text }"), Shop.with("t", html)))
        .contains("\"username\":\"" + text + "\"");
  }

  @Test
  void text_with_many_tags_takes_no_longer_than_its_length() {
    Mapping mapping = Shop.user("username: { column: t, html: text }");
    for (String part :
        List.of("<", "<!--", "<script>", "</", "<br ", " ", "<a \"", "<div>", "<p>")) {
      assertThatCode(() -> Shop.ready(mapping, Shop.with("t", part.repeat(50_000) + "x<b>")))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_word_that_html_does_not_know_is_told() {
    assertThat(
            Shop.problems(
                "key: ${id}\nevent: { action: send data, user: { email: '${e}', username: {"
                    + " column: t, html: yes } } }"))
        .singleElement()
        .asString()
        .contains("html: is true for text with &amp; and its like, text to drop tags");
  }
}

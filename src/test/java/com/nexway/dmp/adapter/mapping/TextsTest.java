package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.Draft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts come through unharmed; codes and words become those of the document. */
final class TextsTest {
  private static final Mapping NAME = Shop.user("username: ${name}");

  private static String of(Mapping mapping, String property, Object value) {
    JsonNode found = Shop.ready(mapping, Shop.with("name", value)).json().findValue(property);
    return found == null ? "absent" : found.asText();
  }

  private static String name(Object value) {
    return of(NAME, "username", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01000", "+33 4 74", "Zoë Ångström", "😄 한국어 עברית", "null", "a  b", "1,5", "-"})
  void a_text_stays_as_it_is(String text) {
    assertThat(name(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {" Ann ", "\tAnn\r\n", "\u00a0Ann\u202f", "\ufeffAnn"})
  void blanks_at_the_edges_are_dropped(String text) {
    assertThat(name(text)).isEqualTo("Ann");
  }

  @Test
  void blanks_are_kept_where_the_mapping_says_so() {
    assertThat(of(Shop.user("username: { column: name, trim: false }"), "username", " Ann "))
        .isEqualTo(" Ann ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0"})
  void what_is_empty_is_left_out(String text) {
    assertThat(name(text)).isEqualTo("absent");
    assertThat(of(Shop.user("username: { column: name, default: unknown }"), "username", text))
        .isEqualTo("unknown");
  }

  @Test
  void numbers_become_their_digits() {
    assertThat(name(9007199254740993L)).isEqualTo("9007199254740993");
    assertThat(name(new BigDecimal("1001.00"))).isEqualTo("1001");
    assertThat(name(new BigDecimal("2.50"))).isEqualTo("2.50");
    assertThat(name(new BigDecimal("6.63424E+12"))).isEqualTo("6634240000000");
    assertThat(name(true)).isEqualTo("true");
    assertThat(name(LocalDate.parse("2026-03-01"))).isEqualTo("2026-03-01");
    assertThat(name(LocalDateTime.parse("2026-03-01T10:00"))).isEqualTo("2026-03-01T10:00:00");
    assertThat(name(UUID.fromString("00000000-0000-0001-0000-000000000002")))
        .isEqualTo("00000000-0000-0001-0000-000000000002");
  }

  @Test
  void what_is_no_text_is_told() {
    assertThat(Shop.told(NAME, Shop.with("name", Map.of("a", 1))))
        .containsExactly(
            "ERROR /user/username from name: this holds an object with 1 entry, not one value;"
                + " name a part of it, as in a.b or a.0");
    assertThat(Shop.told(NAME, Shop.with("name", new byte[] {1, 2}))).hasSize(1);
    assertThat(Shop.told(NAME, Shop.with("name", new BigDecimal("1E+1000000")))).hasSize(1);
  }

  @Test
  void half_a_character_is_replaced_with_a_warning() {
    assertThat(name("a\ud83d")).isEqualTo("a\ufffd");
    assertThat(Shop.told(NAME, Shop.with("name", "a\ud83d")))
        .singleElement()
        .asString()
        .startsWith("WARNING");
  }

  @Test
  void an_id_that_a_spreadsheet_has_shortened_is_doubted() {
    assertThat(Shop.told(NAME, Shop.with("name", "6.63424E+12")))
        .containsExactly(
            "WARNING /user/username from name: '6.63424E+12' is how a spreadsheet shortens a long"
                + " number, and its last digits are lost; format the column as text and export it"
                + " again");
    assertThat(Shop.told(NAME, Shop.with("name", "E+12"))).isEmpty();
  }

  @Test
  void a_key_that_a_spreadsheet_has_shortened_is_refused_since_others_have_it_too() {
    assertThat(Shop.draft(NAME, Shop.with("id", "6,63424E+12"))).isInstanceOf(Draft.Refused.class);
    assertThat(Shop.told(NAME, Shop.with("id", "6,63424E+12")))
        .anySatisfy(
            told -> assertThat(told).startsWith("ERROR").contains("the key '6,63424E+12' is how"));
  }

  @Test
  void an_error_of_a_spreadsheet_is_refused_in_a_text_and_in_a_key() {
    assertThat(Shop.told(NAME, Shop.with("name", "#N/A")))
        .containsExactly(
            "ERROR /user/username from name: '#N/A' is what a spreadsheet shows where it has no"
                + " value; mend the cell and export it again");
    assertThat(Shop.told(NAME, Shop.with("id", "#REF!")))
        .singleElement()
        .asString()
        .startsWith("ERROR  from id: '#REF!' is what");
  }

  @Test
  void what_nobody_sees_at_the_edges_is_dropped() {
    assertThat(name("\u200BAnn\uFEFF\u202C ")).isEqualTo("Ann");
  }

  @Test
  void the_lines_of_a_street_end_as_unix_ends_them() {
    Mapping street = Shop.user("addresses: [{ street: '${name}', country: FR, zipcode: '1' }]");
    assertThat(of(street, "street", "1 rue\r\nBat A\rB")).isEqualTo("1 rue\nBat A\nB");
  }

  @Test
  void html_entities_are_resolved_where_the_mapping_says_so() {
    Mapping html = Shop.user("username: { column: name, html: true }");
    assertThat(of(html, "username", "Fish &amp; Chips &ndash; &#8364;5 &#x1F604; &unknown; & &"))
        .isEqualTo("Fish & Chips – €5 😄 &unknown; & &");
    assertThat(of(html, "username", "&amp;lt;")).isEqualTo("&lt;");
    assertThat(of(html, "username", "&#0;&#xD83D;")).isEqualTo("\ufffd\ufffd");
    assertThat(of(html, "username", "/?a=1&copy=2&amp;b")).isEqualTo("/?a=1&copy=2&b");
    assertThat(name("Fish &amp; Chips")).isEqualTo("Fish &amp; Chips");
    assertThat(of(html, "username", "&".repeat(200_000))).hasSize(200_000);
  }

  @Test
  void text_around_columns_is_absent_where_all_of_them_are_empty() {
    Mapping full = Shop.user("username: ${name} ${last}");
    assertThat(of(full, "username", "Ann")).isEqualTo("Ann");
    assertThat(of(full, "username", " ")).isEqualTo("absent");
    assertThat(of(Shop.user("username: N-${name}"), "username", 7L)).isEqualTo("N-7");
    assertThat(of(Shop.user("username: $${name}"), "username", "x")).isEqualTo("${name}");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, FR",
    "FRA, FR",
    "Germany, DE",
    "Allemagne, DE",
    "UK, GB",
    "gb, GB",
    "United States, US"
  })
  void a_country_becomes_its_code(String text, String code) {
    assertThat(of(Shop.user("country: ${name}"), "country", text)).isEqualTo(code);
  }

  @Test
  void a_country_or_currency_that_is_none_is_sent_with_a_warning() {
    Mapping country = Shop.user("country: ${name}");
    assertThat(of(country, "country", "Atlantis")).isEqualTo("Atlantis");
    assertThat(Shop.told(country, Shop.with("name", "Atlantis")))
        .containsExactly(
            "WARNING /user/country from name: 'Atlantis' is no country code of ISO 3166, such as"
                + " FR; sent as it is");
    Mapping currency = Shop.user("preferredCurrency: ${name}");
    assertThat(of(currency, "preferredCurrency", "eur")).isEqualTo("EUR");
    assertThat(Shop.told(currency, Shop.with("name", "shells")))
        .singleElement()
        .asString()
        .startsWith("WARNING");
  }

  @Test
  void a_constant_that_is_doubted_is_doubted_with_every_record() {
    assertThat(Shop.told(Shop.user("country: Atlantis"), Shop.with("name", ""))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"M, M", "f, F", "m, M"})
  void a_word_of_the_document_is_found_whatever_its_capitals(String text, String word) {
    assertThat(of(Shop.user("gender: ${name}"), "gender", text)).isEqualTo(word);
  }

  @Test
  void a_word_that_is_none_is_told_with_what_to_write() {
    assertThat(Shop.told(Shop.user("gender: ${name}"), Shop.with("name", "Mme")))
        .containsExactly(
            "ERROR /user/gender from name: 'Mme' is none of M, F; say what it means under values:,"
                + " or write otherwise: omit");
    assertThat(of(Shop.user("gender: { column: name, otherwise: omit }"), "gender", "Mme"))
        .isEqualTo("absent");
    assertThat(of(Shop.user("gender: { column: name, otherwise: M }"), "gender", "Mme"))
        .isEqualTo("M");
  }

  @Test
  void a_list_of_texts_comes_from_an_array_or_from_one_text() {
    Mapping phones = Shop.user("phoneNumbers: { column: name, split: ';' }");
    assertThat(Shop.event(phones, Shop.with("name", "1; 2;;")))
        .contains("\"phoneNumbers\":[\"1\",\"2\"]");
    Mapping list = Shop.user("phoneNumbers: ${name}");
    assertThat(Shop.event(list, Shop.with("name", List.of("1", 2L, "")))).contains("[\"1\",\"2\"]");
    assertThat(Shop.event(list, Shop.with("name", "1"))).contains("[\"1\"]");
    assertThat(Shop.event(list, Shop.with("name", List.of()))).doesNotContain("phoneNumbers");
    Mapping two = Shop.user("phoneNumbers: ['${name}', '${other}']");
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("id", "1", "other", "2"));
    assertThat(Shop.event(two, Shop.record(fields))).contains("[\"2\"]");
  }

  @Test
  void the_apostrophe_that_a_spreadsheet_writes_before_digits_is_left_out_with_a_warning() {
    Mapping mapping = Shop.user("username: ${a}");
    assertThat(Shop.event(mapping, Shop.with("a", "'01000"))).contains("\"username\":\"01000\"");
    assertThat(Shop.told(mapping, Shop.with("a", "'+33474000000")))
        .containsExactly(
            "WARNING /user/username from a: '+33474000000 begins with the apostrophe of a"
                + " spreadsheet, which was left out");
    for (String kept : java.util.List.of("'s", "'01 rue", "'", "'+")) {
      assertThat(Shop.event(mapping, Shop.with("a", kept))).contains("\"" + kept + "\"");
    }
  }
}

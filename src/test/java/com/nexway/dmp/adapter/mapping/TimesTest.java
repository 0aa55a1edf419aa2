package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever holds a time becomes seconds since 1970. */
final class TimesTest {
  private static Mapping time(String leaf) {
    return Shop.mapping(
        """
        key: ${id}
        event:
          action: send data
          actionTime: %s
          user: { email: ann@example.com }
        """
            .formatted(leaf));
  }

  private static final Mapping PLAIN = time("${at}");
  private static final Mapping PARIS = time("{ column: at, zone: Europe/Paris }");

  private static String seconds(Mapping mapping, Object value) {
    String event = Shop.event(mapping, Shop.with("at", value));
    return event.contains("actionTime")
        ? event.replaceAll(".*\"actionTime\":(-?[0-9]+).*", "$1")
        : "absent";
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 1772359200",
    "2026-03-01T11:00:00+01:00, 1772359200",
    "2026-03-01T11:00:00.123456+0100, 1772359200",
    "2026-03-01 05:00:00 -0500, 1772359200",
    "2026-03-01 10:00:00 UTC, 1772359200",
    "2026-03-01T10:00Z, 1772359200",
    "2026-03-01T11:00:00+01:00[Europe/Paris], 1772359200",
    "1772359200, 1772359200",
    "1772359200123, 1772359200",
    "1772359200.9, 1772359200",
    "-1, -1"
  })
  void a_text_that_says_its_zone_needs_no_other(String text, String seconds) {
    assertThat(seconds(PLAIN, text)).isEqualTo(seconds);
  }

  @Test
  void sql_and_json_types_are_taken_as_they_are() {
    assertThat(seconds(PLAIN, Instant.ofEpochSecond(1772359200))).isEqualTo("1772359200");
    assertThat(seconds(PLAIN, OffsetDateTime.parse("2026-03-01T11:00:00+01:00")))
        .isEqualTo("1772359200");
    assertThat(seconds(PLAIN, 1772359200L)).isEqualTo("1772359200");
    assertThat(seconds(PLAIN, 1772359200123L)).isEqualTo("1772359200");
    assertThat(seconds(PLAIN, new BigDecimal("1.7723592E+9"))).isEqualTo("1772359200");
    assertThat(seconds(PARIS, LocalDateTime.parse("2026-03-01T11:00:00"))).isEqualTo("1772359200");
    assertThat(seconds(PARIS, LocalDate.parse("2026-03-01"))).isEqualTo("1772319600");
  }

  @Test
  void a_time_without_a_zone_is_not_guessed() {
    assertThat(Shop.told(PLAIN, Shop.with("at", "2026-03-01 11:00:00")))
        .containsExactly(
            "ERROR /actionTime from at: '2026-03-01T11:00' has no zone; say where that time is"
                + " meant, for example zone: UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-00-00",
        "0000-00-00 00:00:00",
        "00/00/0000",
        " ",
        "-0001-11-30T00:00:00+00:00"
      })
  void a_date_of_zeros_is_no_date(String zero) {
    assertThat(seconds(PLAIN, zero)).isEqualTo("absent");
  }

  @Test
  void a_time_that_the_clock_skips_is_taken_later_with_a_warning() {
    assertThat(Shop.event(PARIS, Shop.with("at", "2026-03-29 02:30:00")))
        .contains("\"actionTime\":1774747800"); // 03:30 summer time
    assertThat(Shop.told(PARIS, Shop.with("at", "2026-03-29 02:30:00")))
        .containsExactly(
            "WARNING /actionTime from at: '2026-03-29T02:30' does not exist in Europe/Paris, where"
                + " the clock is put forward; taken as 2026-03-29T03:30");
  }

  @Test
  void a_time_that_the_clock_shows_twice_is_the_first_with_a_warning() {
    assertThat(Shop.event(PARIS, Shop.with("at", "2026-10-25 02:30:00")))
        .contains("\"actionTime\":1792888200"); // 02:30 summer time
    assertThat(Shop.told(PARIS, Shop.with("at", "2026-10-25 02:30:00")))
        .containsExactly(
            "WARNING /actionTime from at: '2026-10-25T02:30' exists twice in Europe/Paris, where"
                + " the clock is put back; taken as the first, at +02:00");
  }

  @Test
  void a_pattern_says_how_a_time_is_written() {
    Mapping french = time("{ column: at, format: dd/MM/yyyy HH:mm, zone: Europe/Paris }");
    assertThat(seconds(french, "01/03/2026 11:00")).isEqualTo("1772359200");
    assertThat(Shop.told(french, Shop.with("at", "31/02/2026 11:00")))
        .containsExactly(
            "ERROR /actionTime from at: '31/02/2026 11:00' is no date written as dd/MM/yyyy HH:mm");
    Mapping american = time("{ column: at, format: 'M/d/yyyy h:mm a', zone: UTC }");
    assertThat(seconds(american, "3/1/2026 10:00 am")).isEqualTo("1772359200");
  }

  @Test
  void the_number_of_a_spreadsheet_is_a_date_only_where_the_mapping_says_so() {
    Mapping excel = time("{ column: at, format: excel, zone: UTC }");
    assertThat(seconds(excel, "45384.34")).isEqualTo("1712045376");
    assertThat(seconds(excel, "45384,34")).isEqualTo("1712045376");
    assertThat(seconds(excel, new BigDecimal("45384"))).isEqualTo("1712016000");
    assertThat(Shop.told(excel, Shop.with("at", "12"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-02-30T00:00:00Z",
        "01/03/2026",
        "2026-03-01T25:00:00Z",
        "1E+40",
        "99999999999999999999999"
      })
  void what_is_no_time_is_told(String text) {
    assertThat(Shop.told(PARIS, Shop.with("at", text)))
        .singleElement()
        .asString()
        .startsWith("ERROR /actionTime from at: '");
  }

  @Test
  void what_is_neither_a_date_nor_a_time_is_told() {
    assertThat(Shop.told(PARIS, Shop.with("at", true))).hasSize(1);
    assertThat(Shop.told(PARIS, Shop.with("at", List.of(1)))).hasSize(1);
  }

  @Test
  void the_time_of_acquisition_is_kept_apart_and_zero_means_unknown() {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            event:
              _meta: { dataAcquisitionTime: "${at}" }
              action: send data
              user: { email: ann@example.com }
            """);
    assertThat(Shop.event(mapping, Shop.with("at", "1772359200"))).doesNotContain("_meta");
    assertThat(Shop.ready(mapping, Shop.with("at", "1772359200")).acquired())
        .isEqualTo(1772359200L);
    assertThat(Shop.ready(mapping, Shop.with("at", "0")).acquired()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "17, 17",
    "2026-03-01T10:00:00.000001Z, 1772359200000001",
    "2026-03-01 11:00:00, 1772359200000000"
  })
  void a_version_is_a_number_or_a_time_in_microseconds(String text, long version) {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            version: ${at}
            zone: Europe/Paris
            event: { action: send data, user: { email: ann@example.com } }
            """);
    assertThat(Shop.ready(mapping, Shop.with("at", text)).version()).isEqualTo(version);
  }
}

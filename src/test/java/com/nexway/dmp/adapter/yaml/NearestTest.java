package com.nexway.dmp.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS =
      List.of("csv", "database", "webhook", "value", "dmp.per-second", "customerID");

  @ParameterizedTest
  @CsvSource({
    "cvs, csv",
    "CSV, csv",
    "datbase, database",
    "web-hook, webhook",
    "val, value",
    "per_second, dmp.per-second",
    "dmp.per-secnd, dmp.per-second",
    "customerId, customerID"
  })
  void a_slip_of_the_pen_is_understood(String word, String meant) {
    assertThat(Nearest.to(word, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"xml", "kafka", "va", "''"})
  void another_word_is_left_alone(String word) {
    assertThat(Nearest.to(word, WORDS)).isEmpty();
  }

  @Test
  void a_hint_goes_on_after_a_sentence() {
    assertThat(Nearest.hint("cvs", WORDS)).isEqualTo("; did you mean csv?");
    assertThat(Nearest.hint("kafka", WORDS)).isEmpty();
  }

  @Test
  void a_long_word_costs_no_more_than_a_short_one() {
    assertThat(Nearest.to("x".repeat(1_000_000), WORDS)).isEmpty();
  }
}

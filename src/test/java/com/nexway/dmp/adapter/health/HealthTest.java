package com.nexway.dmp.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HealthTest {
  private final Parts parts = new Parts();
  private final Health health = new Health(parts);

  @ParameterizedTest
  @CsvSource({
    "UP, UP, UP, 200",
    "UP, WATCH, WATCH, 200",
    "WATCH, UP, WATCH, 200",
    "WATCH, DOWN, DOWN, 503",
    "DOWN, UP, DOWN, 503"
  })
  void all_of_it_fares_as_its_worst_part_and_503_is_for_down_alone(
      Word first, Word second, Word all, int status) throws IOException {
    parts.add(() -> List.of(new Finding("a", first, "a."), new Finding("b", second, "b.")));

    assertThat(health.word()).isEqualTo(all);
    assertThat(health.report().status()).isEqualTo(status);
    assertThat(json().path("status").asText()).isEqualTo(all.name());
  }

  @Test
  void an_adapter_without_anything_to_say_is_up() throws IOException {
    assertThat(health.report().status()).isEqualTo(200);
    assertThat(json().path("words").asText()).isEqualTo("Everything works.");
  }

  @Test
  void one_sentence_names_the_parts_that_need_somebody() throws IOException {
    parts.add(() -> List.of(Finding.up("outbox", "fine"), Finding.watch("source b", "paused")));
    parts.add(() -> List.of(Finding.watch("dead letters", "3 wait")));

    assertThat(json().path("words").asText())
        .isEqualTo("It runs, and somebody should look at this: source b, dead letters.");
  }

  @Test
  void a_part_that_several_look_at_stands_once_with_its_worst_word_first() throws IOException {
    parts.add(() -> List.of(Finding.up("source a", "last read today")));
    parts.add(() -> List.of(Finding.watch("source a", "delivery is paused")));

    assertThat(json().path("checks")).hasSize(1);
    assertThat(json().at("/checks/0/status").asText()).isEqualTo("WATCH");
    assertThat(json().at("/checks/0/words").asText())
        .isEqualTo("delivery is paused; last read today");
  }

  @Test
  void a_part_that_cannot_be_looked_at_hides_no_other() throws IOException {
    parts.add(
        () -> {
          throw new IllegalStateException("no room");
        });
    parts.add(() -> List.of(Finding.up("outbox", "fine")));

    assertThat(json().path("status").asText()).isEqualTo("WATCH");
    assertThat(json().toString()).contains("no room", "outbox");
  }

  @Test
  void tens_of_thousands_of_findings_are_a_short_answer() throws IOException {
    List<Finding> many = new ArrayList<>();
    IntStream.range(0, 50_000)
        .forEach(i -> many.add(Finding.watch("source a", "x".repeat(2_000) + i)));
    parts.add(() -> many);

    assertThat(health.report().json()).hasSizeLessThan(6_000);
    assertThat(json().at("/checks/0/words").asText()).endsWith("; and 49995 more");
  }

  @Test
  void a_name_with_controls_is_written_out() throws IOException {
    parts.add(() -> List.of(Finding.watch("source a", "a\nb\u001b[2J\u202e.csv is not read")));

    assertThat(json().at("/checks/0/words").asText())
        .isEqualTo("a\\nb\\u001b[2J\\u202e.csv is not read");
  }

  @Test
  void parts_are_counted_by_their_word() {
    parts.add(() -> List.of(Finding.up("a", ""), Finding.up("b", ""), Finding.watch("c", "")));

    assertThat(health.count())
        .containsEntry(Word.UP, 2)
        .containsEntry(Word.WATCH, 1)
        .containsEntry(Word.DOWN, 0);
  }

  @Test
  void nothing_is_looked_at_before_somebody_asks() {
    AtomicInteger looks = new AtomicInteger();
    parts.add(
        () -> {
          looks.incrementAndGet();
          return List.of();
        });
    assertThat(looks).hasValue(0);

    health.report();

    assertThat(looks).hasValue(1);
  }

  private JsonNode json() throws IOException {
    return new JsonMapper().readTree(health.report().json());
  }
}

package com.nexway.dmp.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SparingTest {
  private final List<String> lines = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // nanoTime may overflow on its way
  private final Sparing sparing = new Sparing(Sparing.TEN_MINUTES, 3, () -> now, lines::add);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void the_first_is_told_at_once() {
    sparing.say("refused", "An event was refused");

    assertThat(lines).containsExactly("An event was refused");
  }

  @Test
  void what_follows_is_counted_and_told_once_a_period() {
    for (int i = 0; i < 28; i++) {
      sparing.say("refused", "Event " + i + " was refused");
    }
    pass(Sparing.TEN_MINUTES);
    sparing.tell();
    sparing.tell();

    assertThat(lines)
        .containsExactly(
            "Event 0 was refused", "Event 27 was refused, 27 times in the last ten minutes");
  }

  @Test
  void what_happened_several_times_at_once_is_counted_as_such() {
    sparing.say("skipped", "Skipped", 3);
    sparing.say("skipped", "Skipped", 2);
    pass(Sparing.TEN_MINUTES);
    sparing.tell();

    assertThat(lines).containsExactly("Skipped", "Skipped, 4 times in the last ten minutes");
  }

  @Test
  void the_last_count_of_each_is_told_although_nothing_follows() {
    Sparing other = new Sparing(Duration.ofMinutes(1), 3, () -> now, lines::add);
    for (Sparing each : new Sparing[] {sparing, other, other}) {
      each.say("a", each == other ? "Other" : "A");
      each.say("a", each == other ? "Other" : "A");
    }

    pass(Sparing.TEN_MINUTES);
    Sparing.tellAll();

    assertThat(lines)
        .startsWith("A", "Other")
        .containsOnlyOnce(
            "A, once more in the last ten minutes", "Other, 3 times in the last ten minutes")
        .hasSize(4);
  }

  @Test
  void without_anybody_who_asks_it_is_told_with_the_next_one() {
    sparing.say("a", "A");
    sparing.say("a", "A");
    pass(Duration.ofHours(3));
    sparing.say("b", "B");

    assertThat(lines).containsExactly("A", "A, once more in the last 3 hours", "B");
  }

  @Test
  void while_it_goes_on_there_is_one_line_a_period() {
    for (int minute = 0; minute < 60; minute++) {
      sparing.say("a", "A");
      pass(Duration.ofMinutes(1));
    }

    assertThat(lines).hasSize(6).endsWith("A, 10 times in the last ten minutes");
  }

  @Test
  void after_a_period_of_rest_it_is_told_at_once_again() {
    sparing.say("a", "A");
    pass(Sparing.TEN_MINUTES);
    sparing.say("a", "A");

    assertThat(lines).containsExactly("A", "A");
  }

  @Test
  void kinds_are_counted_apart() {
    sparing.say("a", "A");
    sparing.say("b", "B");
    sparing.say("a", "A");

    assertThat(lines).containsExactly("A", "B");
  }

  @Test
  void a_million_kinds_are_few_lines() {
    for (int i = 0; i < 1_000_000; i++) {
      sparing.say("kind " + i, "Line " + i);
    }
    pass(Sparing.TEN_MINUTES);
    sparing.tell();

    assertThat(lines)
        .containsExactly(
            "Line 0",
            "Line 1",
            "Line 2",
            "Line 3",
            "Line 999999, 999996 times in the last ten minutes");
  }
}

package com.nexway.dmp.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Logged;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class TroublesTest {
  private static final String NAME = TroublesTest.class.getName();

  private final Logged log = Logged.of(NAME);
  private final Troubles troubles = new Troubles(LoggerFactory.getLogger(NAME));

  @Test
  void what_lasts_is_one_line_however_often_it_is_met() {
    for (int look = 0; look < 1_000; look++) {
      troubles.begin("dead letters", "", "the folder cannot be written");
    }

    assertThat(log.lines()).containsExactly("dead letters: the folder cannot be written");
    assertThat(troubles.of("dead letters").values())
        .containsExactly("the folder cannot be written");
  }

  @Test
  void its_end_is_one_line_and_health_forgets_it() {
    troubles.begin("dead letters", "", "the folder cannot be written");
    troubles.end("dead letters", "");
    troubles.end("dead letters", "");

    assertThat(log.lines()).endsWith("dead letters: all is well again").hasSize(2);
    assertThat(troubles.of("dead letters")).isEmpty();
  }

  @Test
  void what_comes_and_goes_all_the_time_is_two_lines() {
    for (int look = 0; look < 1_000; look++) {
      troubles.begin("source a", "", "refused " + look);
      troubles.end("source a", "");
    }

    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void a_part_never_remembers_more_than_a_hundred_subjects_and_always_itself() {
    for (int file = 0; file < 10_000; file++) {
      troubles.begin("source a", "file " + file, "is not read");
    }
    troubles.begin("source a", "", "cannot be read at all");

    assertThat(troubles.of("source a")).hasSize(101).containsValue("cannot be read at all");
  }

  @Test
  void a_fault_of_the_program_is_told_with_its_trace_once() {
    for (int run = 0; run < 100; run++) {
      troubles.begin("source a", "", "broken at row " + run, new IllegalStateException("row"));
    }

    assertThat(log.lines())
        .containsExactly("source a: broken at row 0", "source a: broken at row 1");
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AcceptedTest {
  @Test
  void what_became_of_a_batch_is_told_without_zeros() {
    assertThat(new Accepted(950, 50, 0, 0, 0, 0, 3))
        .hasToString("950 queued, 50 unchanged, 3 dead");
    assertThat(new Accepted(0, 0, 1, 2, 3, 0, 0)).hasToString("1 stale, 2 superseded, 3 skipped");
  }

  @Test
  void a_batch_that_brought_nothing_says_so() {
    assertThat(new Accepted(0, 0, 0, 0, 0, 0, 0).isNothing()).isTrue();
    assertThat(new Accepted(0, 1, 0, 0, 0, 0, 0).isNothing()).isFalse();
  }
}

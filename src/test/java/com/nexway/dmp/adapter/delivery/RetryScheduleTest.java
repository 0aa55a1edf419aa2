package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryScheduleTest {
  private final RetrySchedule schedule = new RetrySchedule(Entries.DEFAULTS, () -> 0.5);

  @Test
  void eight_attempts_spread_over_about_a_day() {
    Duration all =
        IntStream.rangeClosed(1, 7)
            .mapToObj(schedule::ofEvent)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(28));
    assertThat(schedule.isLast(7)).isFalse();
    assertThat(schedule.isLast(8)).isTrue();
  }

  @Test
  void the_destination_waits_from_one_second_up_to_five_minutes() {
    assertThat(IntStream.of(1, 2, 3, 9, 10, 1_000_000).mapToObj(schedule::ofDestination))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
  }

  @Test
  void a_wait_differs_by_a_fifth_at_most() {
    assertThat(new RetrySchedule(Entries.DEFAULTS, () -> 0).ofEvent(1))
        .isEqualTo(Duration.ofSeconds(48));
    assertThat(new RetrySchedule(Entries.DEFAULTS, () -> 1).ofEvent(1))
        .isEqualTo(Duration.ofSeconds(72));
  }
}

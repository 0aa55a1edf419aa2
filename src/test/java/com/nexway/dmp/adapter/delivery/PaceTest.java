package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final Duration HORIZON = Duration.ofMillis(25);

  private long now = 5 * SECOND;
  private final CountedRequests requests = new CountedRequests();
  private final Pace pace = new Pace(OptionalInt.of(10), () -> now, requests);

  @Test
  void the_first_request_begins_a_full_second_after_the_start() {
    assertThat(pace.start().tryBegin()).isGreaterThanOrEqualTo(SECOND);
    assertThat(pace.within(HORIZON)).isZero();
    assertThat(pace.next()).isGreaterThanOrEqualTo(1000L);

    now += SECOND + Pace.MARGIN;

    assertThat(pace.start().tryBegin()).isZero();
  }

  @Test
  void the_eleventh_request_waits_for_a_second_after_the_first_was_written() {
    passStart();
    Pace.Start first = pace.start();
    assertThat(first.tryBegin()).isZero();
    first.answered();
    for (int i = 0; i < 9; i++) {
      assertThat(pace.start().tryBegin()).isZero();
    }
    now += 30 * MILLI;
    first.written();

    assertThat(pace.start().tryBegin()).isEqualTo(SECOND + Pace.MARGIN);
  }

  @Test
  void the_first_request_counts_from_its_answer_and_the_others_wait_for_it() {
    passStart();
    Pace.Start first = pace.start();
    assertThat(first.tryBegin()).isZero();
    now += 300 * MILLI;
    Pace.Start second = pace.start();
    assertThat(second.tryBegin()).isPositive();

    first.answered();

    assertThat(second.tryBegin()).isZero();
    for (int i = 0; i < 8; i++) {
      assertThat(pace.start().tryBegin()).isZero();
    }
    assertThat(pace.start().tryBegin()).isEqualTo(SECOND + Pace.MARGIN);
  }

  @Test
  void a_first_request_without_an_answer_counts_from_half_a_second_later_and_then_others_go() {
    passStart();
    assertThat(pace.start().tryBegin()).isZero();
    now += Pace.WARMING - 1;
    assertThat(pace.start().tryBegin()).isPositive();
    now += 1;

    for (int i = 0; i < 9; i++) {
      assertThat(pace.start().tryBegin()).isZero();
    }
    assertThat(pace.start().tryBegin()).isEqualTo(SECOND + Pace.MARGIN);
  }

  @Test
  void slots_are_spread_over_the_second() {
    passStart();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waits.add(pace.next());
    }
    assertThat(waits).isSorted();
    assertThat(waits.get(4) - waits.get(0)).isBetween(300L, 410L);
  }

  @Test
  void after_an_idle_hour_the_first_event_goes_at_once_and_no_burst_follows() {
    passStart();
    now += 3600 * SECOND;

    assertThat(pace.within(HORIZON)).isEqualTo(1);
    assertThat(pace.next()).isZero();
    assertThat(pace.next()).isLessThan(100L);
    assertThat(pace.next()).isBetween(100L, 200L);
  }

  @Test
  void no_more_is_claimed_than_slots_are_near() {
    passStart();
    assertThat(pace.within(HORIZON)).isEqualTo(1);
    pace.expect(1);
    assertThat(pace.within(HORIZON)).isZero();
    pace.next();
    assertThat(pace.within(HORIZON)).isZero();
    Duration wait = pace.until(HORIZON);
    assertThat(wait).isBetween(Duration.ofMillis(20), Duration.ofMillis(100));
    now += wait.toNanos();
    assertThat(pace.within(HORIZON)).isEqualTo(1);
  }

  @Test
  void a_claimed_entry_that_never_asks_for_its_slot_is_forgotten_after_a_second() {
    passStart();
    pace.expect(1);
    now += SECOND + MILLI;

    assertThat(pace.within(HORIZON)).isEqualTo(1);
  }

  @Test
  void whatever_the_jitter_no_sliding_second_holds_more_than_the_limit_and_97_percent_are_used() {
    Random random = new Random(7);
    List<Long> begun = new ArrayList<>();
    passStart();
    long from = now;
    while (now < from + 120 * SECOND) {
      long handedOn = now + pace.next() * MILLI;
      now = handedOn + random.nextLong(6 * MILLI);
      Pace.Start start = pace.start();
      for (long wait = start.tryBegin(); wait > 0; wait = start.tryBegin()) {
        now += wait;
      }
      begun.add(now);
      now += random.nextLong(MILLI);
      start.written();
      start.answered();
    }
    for (int i = 10; i < begun.size(); i++) {
      assertThat(begun.get(i) - begun.get(i - 10)).isGreaterThan(SECOND);
    }
    assertThat(begun.size()).isGreaterThanOrEqualTo((int) (0.97 * 1200));
  }

  @Test
  void a_lease_that_changed_hands_is_waited_out_for_a_full_second() {
    passStart();
    now += 10 * SECOND;
    pace.under(2);

    assertThat(pace.start().tryBegin()).isGreaterThanOrEqualTo(SECOND);
    passStart();
    pace.under(2);
    pace.under(0);
    assertThat(pace.start().tryBegin()).isZero();
  }

  @Test
  void without_a_limit_nothing_waits() {
    Pace unlimited = new Pace(OptionalInt.empty(), () -> now, requests);

    assertThat(unlimited.next()).isZero();
    assertThat(unlimited.within(HORIZON)).isEqualTo(Integer.MAX_VALUE);
    for (int i = 0; i < 1000; i++) {
      assertThat(unlimited.start().tryBegin()).isZero();
    }
  }

  @Test
  void a_request_is_timed_from_the_moment_it_is_written() {
    Pace.Start start = pace.start();
    passStart();
    start.tryBegin();
    assertThat(requests.begun).isZero();

    now += 30;
    start.writing();
    now += 70;
    start.answered();

    assertThat(requests.begun).isEqualTo(1);
    assertThat(requests.ended).containsExactly(70L);
  }

  @Test
  void a_request_that_was_never_written_is_not_counted() {
    passStart();
    Pace.Start start = pace.start();
    assertThat(start.tryBegin()).isZero();

    start.answered();
    start.writing();

    assertThat(requests.begun).isZero();
    assertThat(requests.ended).isEmpty();
  }

  private void passStart() {
    now += SECOND + Pace.MARGIN;
  }
}

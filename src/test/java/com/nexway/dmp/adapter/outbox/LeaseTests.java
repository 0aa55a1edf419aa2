package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One process sends at a time. */
abstract class LeaseTests extends OnOutbox {
  private static final Duration RENEWAL = Duration.ofSeconds(2);

  private Outbox standby;

  LeaseTests(Place place) {
    super(place);
  }

  @BeforeEach
  void a_second_process_stands_by() {
    standby = open(new Holder("there", 2, 2, ""));
  }

  @AfterEach
  void close_the_second() {
    standby.close();
  }

  @Test
  void the_second_process_is_told_who_sends() {
    Lease.Standing standing = standby.lease().keep();

    assertThat(standing.here()).isFalse();
    assertThat(standing.holder()).isEqualTo("process 1 on here");
    assertThat(standby.claim(next(1))).isEmpty();
  }

  @Test
  void a_lease_that_is_renewed_is_kept_for_ever() {
    for (int i = 0; i < 20; i++) {
      clock.tick(RENEWAL);
      assertThat(outbox.lease().keep().here()).isTrue();
      assertThat(standby.lease().keep().here()).isFalse();
    }
    assertThat(outbox.lease().held()).isTrue();
  }

  @Test
  void a_standby_takes_over_when_renewals_have_stopped_for_the_leases_time() {
    int looks = 0;
    while (!standby.lease().keep().here()) {
      clock.tick(RENEWAL);
      looks++;
    }
    assertThat(RENEWAL.multipliedBy(looks)).isLessThan(Duration.ofSeconds(10));
    assertThat(outbox.lease().held()).isFalse();
    assertThat(outbox.lease().keep().here()).isFalse();
  }

  @Test
  void who_cannot_renew_stops_before_another_may_begin() {
    standby.lease().keep();
    clock.tick(Duration.ofSeconds(6));

    assertThat(outbox.lease().held()).isFalse();
    assertThat(outbox.claim(next(1))).isEmpty();
  }

  @Test
  void a_host_whose_clock_is_set_neither_ends_a_lease_nor_prolongs_it() {
    standby.lease().keep();
    for (Duration step : List.of(Duration.ofHours(-1), Duration.ofHours(2))) {
      clock.set(step);
      assertThat(outbox.lease().held()).isTrue();
      assertThat(outbox.lease().keep().here()).isTrue();
      assertThat(standby.lease().keep().here()).isFalse();
    }

    clock.set(Duration.ofHours(-1));
    clock.tick(Duration.ofSeconds(6));

    assertThat(outbox.lease().held()).isFalse();
    assertThat(standby.lease().keep().here()).isTrue();
  }

  @Test
  void a_released_lease_is_taken_at_once_under_a_new_epoch() {
    long before = outbox.lease().keep().epoch();
    standby.lease().keep();

    outbox.lease().release();

    Lease.Standing standing = standby.lease().keep();
    assertThat(standing.here()).isTrue();
    assertThat(standing.epoch()).isEqualTo(before + 1);
    assertThat(outbox.lease().keep().here()).isFalse();
  }

  @Test
  void what_the_old_sender_had_in_flight_is_sent_again_with_the_same_bytes() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    Entry first = claimOne();
    outbox.lease().release();
    AtomicInteger woken = new AtomicInteger();
    standby.onArrival(woken::incrementAndGet);

    standby.lease().keep();

    Entry again = standby.claim(next(1)).get(0);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.epoch()).isGreaterThan(first.epoch());
    assertThat(woken.get()).isEqualTo(1);
  }

  @Test
  void the_place_of_a_process_of_this_machine_that_is_gone_is_taken_at_once() throws Exception {
    Process child = new ProcessBuilder("sh", "-c", "read line").start();
    Holder self = Holder.ofThisProcess();
    Holder childHolder = Holder.of(child.toHandle(), "child");
    assertThat(childHolder.isGone(self)).isFalse();

    child.destroyForcibly().waitFor();

    assertThat(childHolder.isGone(self)).isTrue();
    assertThat(new Holder("far", child.pid(), 1, "another machine").isGone(self)).isFalse();
  }
}

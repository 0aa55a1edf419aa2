package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What answers make of events, and what health says of the DMP meanwhile. */
final class DestinationTest {
  private final SettableClock clock = new SettableClock();
  private long nanos;
  private final Destination destination =
      new Destination(64, Waits.STANDARD, clock, () -> nanos, () -> 0.5);

  @Test
  void a_failed_event_waits_a_minute_and_nothing_counts() {
    Settlement.Later again = (Settlement.Later) answered(Entries.first(1), doubt(500));

    assertThat(again.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(again.earlier().counted()).isZero();
    assertThat(again.earlier().hasFailed()).isTrue();
    assertThat(again.why()).isEqualTo("The DMP answered 500.");
  }

  @Test
  void an_attempt_counts_where_anothers_was_begun_and_taken_since() {
    Settlement.Later first = (Settlement.Later) answered(Entries.first(1), doubt(500));
    answered(Entries.first(2), new Meaning.Delivered());

    Settlement.Later second =
        (Settlement.Later) answered(Entries.entry(1, first.earlier()), doubt(500));
    Settlement.Later third =
        (Settlement.Later) answered(Entries.entry(1, second.earlier()), doubt(500));

    assertThat(second.earlier().counted()).isEqualTo(1);
    assertThat(third.earlier().counted()).isEqualTo(1);
  }

  @Test
  void what_was_begun_before_the_failure_blames_nobody() {
    Entry early = Entries.first(2);
    destination.began(early, Turn.Pick.NEXT);
    Settlement.Later first = (Settlement.Later) answered(Entries.first(1), doubt(500));
    destination.settle(early, new Meaning.Delivered());

    Settlement.Later second =
        (Settlement.Later) answered(Entries.entry(1, first.earlier()), doubt(500));

    assertThat(second.earlier().counted()).isZero();
  }

  @Test
  void the_eighth_counted_attempt_is_the_last_and_the_third_of_kin() {
    answered(Entries.first(2), new Meaning.Delivered());
    Earlier seven = new Earlier(7, 1, 0, false, false);

    Settlement.Dead dead = (Settlement.Dead) answered(Entries.entry(1, seven), doubt(500));

    assertThat(dead.reason()).isEqualTo(Reason.EXHAUSTED);
    assertThat(dead.why()).contains("500").contains("8 times");
  }

  @Test
  void an_event_out_at_five_ends_of_the_process_is_given_up() {
    Earlier four = new Earlier(0, 0, 4, true, false);
    Earlier five = new Earlier(0, 0, 5, true, false);

    assertThat(destination.givenUp(Entries.entry(1, four))).isEmpty();
    assertThat(destination.givenUp(Entries.entry(1, five)))
        .get()
        .isInstanceOfSatisfying(
            Settlement.Dead.class, dead -> assertThat(dead.reason()).isEqualTo(Reason.ENDED));
  }

  @Test
  void twenty_customers_that_fail_are_an_outage_and_health_says_since_when() {
    for (int i = 1; i <= 19; i++) {
      answered(Entries.first(i), doubt(503));
    }
    assertThat(destination.state().mode()).isEqualTo(Mode.FLOWING);
    answered(Entries.first(20), doubt(503));

    assertThat(destination.state().mode()).isEqualTo(Mode.AWAY);
    assertThat(destination.state().mustBeMended()).isFalse();
    assertThat(destination.state().words())
        .isEqualTo(
            "all events wait since 2026-11-24T12:00:00Z, and none is lost. The DMP answered 503."
                + " The next request goes out at 2026-11-24T12:00:01Z.");
    answered(Entries.first(21), new Meaning.Delivered());
    assertThat(destination.state().words()).isEqualTo("events are sent");
  }

  @Test
  void where_nothing_else_is_left_health_says_what_waits_and_that_nobody_can_tell() {
    answered(Entries.first(1), doubt(500));
    assertThat(destination.isDoubtful()).isTrue();
    assertThat(destination.quiet(true)).isTrue();

    assertThat(destination.state().mode()).isEqualTo(Mode.UNTOLD);
    assertThat(destination.state().words())
        .contains("since 2026-11-24T12:00:00Z")
        .contains("The DMP answered 500.")
        .contains("nobody can tell");
    assertThat(destination.quiet(false)).isTrue();
    assertThat(destination.state().mode()).isEqualTo(Mode.FLOWING);
    assertThat(destination.isDoubtful()).isFalse();
  }

  @Test
  void a_wrong_password_is_told_with_what_to_mend_and_tried_again_after_a_minute() {
    Settlement.Later again =
        (Settlement.Later)
            answered(Entries.first(1), new Meaning.NoAccess("Set dmp.username and dmp.password."));

    assertThat(again.earlier()).isEqualTo(Earlier.NONE);
    assertThat(destination.state().mustBeMended()).isTrue();
    assertThat(destination.state().words())
        .contains("all events wait since 2026-11-24T12:00:00Z.")
        .contains("Set dmp.username and dmp.password")
        .endsWith("The next request goes out at 2026-11-24T12:01:00Z.");
    assertThat(destination.turn(64)).isInstanceOf(Turn.Rest.class);
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(destination.turn(64))
        .isInstanceOfSatisfying(
            Turn.Probe.class, probe -> assertThat(probe.picks()).containsExactly(Turn.Pick.NEXT));
  }

  @Test
  void a_gateway_that_slows_us_down_is_left_alone_as_long_as_it_asks_and_longer_each_time() {
    answered(Entries.first(1), new Meaning.SlowDown(Optional.of(Duration.ofSeconds(5))));
    assertThat(destination.state().mode()).isEqualTo(Mode.SLOWED);
    nanos += Duration.ofSeconds(4).toNanos();
    assertThat(destination.turn(64)).isInstanceOf(Turn.Rest.class);
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(destination.turn(64)).isEqualTo(new Turn.Flow(1, 1, true));

    for (int seconds : List.of(1, 2, 4)) {
      answered(Entries.first(2), new Meaning.SlowDown(Optional.empty()));
      nanos += Duration.ofSeconds(seconds).toNanos() - 1_000_000;
      assertThat(destination.turn(64)).isInstanceOf(Turn.Rest.class);
      nanos += 1_000_000;
      assertThat(destination.turn(64)).isInstanceOf(Turn.Flow.class);
    }
    answered(Entries.first(3), new Meaning.Delivered());
    assertThat(destination.state().mode()).isEqualTo(Mode.FLOWING);
  }

  @Test
  void an_eighth_of_the_places_is_kept_for_live_events_that_were_never_tried() {
    assertThat(destination.turn(64)).isEqualTo(new Turn.Flow(64, 56, true));
    assertThat(destination.turn(8)).isEqualTo(new Turn.Flow(8, 0, true));
  }

  @Test
  void the_last_delivered_body_is_kept_for_ten_minutes_or_until_its_person_is_erased() {
    answered(Entries.first(1), new Meaning.Delivered());
    nanos += Duration.ofMinutes(9).toNanos();
    assertThat(destination.delivered()).isPresent();
    destination.forget(Entries.first(2));
    assertThat(destination.delivered()).isPresent();
    destination.forget(Entries.first(1));
    assertThat(destination.delivered()).isEmpty();

    answered(Entries.first(3), new Meaning.Delivered());
    nanos += Duration.ofMinutes(10).toNanos();
    assertThat(destination.delivered()).isEmpty();
  }

  private Settlement answered(Entry entry, Meaning reading) {
    destination.began(entry, Turn.Pick.NEXT);
    return destination.settle(entry, reading).get(0);
  }

  private static Meaning.Doubt doubt(int status) {
    return new Meaning.Doubt(
        new AnswerText(status, "", Instant.EPOCH),
        "The DMP answered " + status + ".",
        Optional.empty(),
        false);
  }
}

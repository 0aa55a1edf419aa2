package com.nexway.dmp.adapter.delivery;

import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.AWAY;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.DOUBTING;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.FLOWING;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.SLOWED;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DestinationTest {
  private final SettableClock clock = new SettableClock();
  private final Destination destination = new Destination(Entries.DEFAULTS, clock, () -> 0.5);
  private final Entry poison = Entries.first(1);

  @Test
  void an_event_that_fails_while_the_next_customers_is_taken_is_to_blame() {
    sent(poison, this::failed);
    assertThat(destination.state().mode()).isEqualTo(DOUBTING);

    List<Settlement> settled = sent(Entries.first(2), this::taken);

    assertThat(settled)
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Settlement.Delivered.class),
            second -> assertLater(second, poison, Duration.ofMinutes(1), true));
    assertThat(destination.state().mode()).isEqualTo(FLOWING);
  }

  @Test
  void an_event_to_blame_for_the_eighth_time_is_exhausted() {
    sent(Entries.entry(1, 8, 9), this::failed);

    assertThat(sent(Entries.first(2), this::taken).get(1))
        .isInstanceOfSatisfying(
            Settlement.Dead.class,
            dead -> {
              assertThat(dead.reason()).isEqualTo(Reason.EXHAUSTED);
              assertThat(dead.why()).contains("500").contains("8 times");
            });
  }

  @Test
  void a_success_that_began_before_the_failure_blames_nobody() {
    Entry slow = Entries.first(2);
    destination.began(slow);
    sent(poison, this::failed);

    assertThat(taken(slow)).hasSize(1);

    assertThat(destination.state().mode()).isEqualTo(DOUBTING);
  }

  @Test
  void a_refusal_of_the_next_event_shows_as_well_that_the_dmp_is_at_work() {
    sent(poison, this::failed);

    List<Settlement> settled =
        sent(
            Entries.first(2),
            e -> destination.cleared(new Outcome.Refused(e, new AnswerText(400, "", now()))));

    assertThat(settled).hasSize(2);
    assertThat(settled.get(1).entry()).isEqualTo(poison);
  }

  @Test
  void two_customers_failing_one_after_the_other_mean_that_the_dmp_is_away() {
    sent(poison, this::failed);
    List<Settlement> settled = sent(Entries.first(2), this::failed);

    assertThat(destination.state().mode()).isEqualTo(AWAY);
    assertThat(destination.room()).isZero();
    assertThat(destination.opens()).contains(now().plusSeconds(1));
    assertLater(settled.get(0), Entries.first(2), Duration.ofSeconds(2), false);
  }

  @Test
  void while_the_dmp_is_away_there_is_one_probe_at_a_time_with_growing_waits() {
    goAway();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      Duration wait = Duration.between(now(), destination.opens().orElseThrow());
      waits.add(wait.toSeconds());
      clock.tick(wait);
      assertThat(destination.room()).isEqualTo(1);
      Entry probe = Entries.first(100 + i);
      destination.began(probe);
      assertThat(destination.room()).isZero();
      assertThat(failed(probe)).allSatisfy(s -> assertThat(counts(s)).isFalse());
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
  }

  @Test
  void an_outage_of_days_costs_no_attempt_and_ends_with_the_first_probe_that_is_taken() {
    goAway();
    clock.tick(Duration.ofDays(3));

    List<Settlement> settled = sent(Entries.first(7), this::taken);

    assertThat(settled).hasSize(1);
    assertThat(destination.state().mode()).isEqualTo(FLOWING);
    assertThat(destination.room()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void an_answer_to_a_request_from_before_the_outage_does_not_end_it() {
    Entry slow = Entries.first(3);
    destination.began(slow);
    goAway();

    taken(slow);

    assertThat(destination.state().mode()).isEqualTo(AWAY);
  }

  @Test
  void many_customers_failing_at_once_mean_that_the_dmp_is_away() {
    List<Entry> all = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      all.add(Entries.first(i));
    }
    all.forEach(destination::began);

    all.forEach(this::failed);

    assertThat(destination.state().mode()).isEqualTo(AWAY);
  }

  @Test
  void with_nothing_else_waiting_it_counts_as_an_outage() {
    for (int i = 0; i < 20; i++) {
      List<Settlement> settled = sent(poison, this::failed);
      assertThat(counts(settled.get(0))).isFalse();
      clock.tick(Duration.ofMinutes(5));
    }
    assertLater(sent(poison, this::failed).get(0), poison, Duration.ofMinutes(5), false);
  }

  @Test
  void a_lone_failing_event_holds_up_nobody_who_comes_later() {
    sent(poison, this::failed);
    sent(poison, this::failed);

    assertThat(destination.room()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void wrong_credentials_stop_delivery_and_one_probe_a_minute_tells_when_it_goes_on() {
    sent(poison, this::wrongDoor);
    assertThat(destination.state().mode()).isEqualTo(STOPPED);
    assertThat(destination.state().mustBeMended()).isTrue();
    assertThat(destination.room()).isZero();

    clock.tick(Duration.ofMinutes(1));
    assertThat(destination.room()).isEqualTo(1);
    List<Settlement> settled = sent(Entries.first(2), this::wrongDoor);
    assertLater(settled.get(0), Entries.first(2), Duration.ofMinutes(1), false);
    assertThat(destination.room()).isZero();

    clock.tick(Duration.ofMinutes(1));
    sent(Entries.first(3), this::taken);
    assertThat(destination.state().mode()).isEqualTo(FLOWING);
    assertThat(destination.state().why()).isEmpty();
  }

  @Test
  void wrong_credentials_clear_the_events_that_failed_just_before() {
    sent(poison, this::failed);
    sent(Entries.first(2), this::wrongDoor);
    clock.tick(Duration.ofMinutes(1));

    assertThat(sent(Entries.first(3), this::taken)).hasSize(1);
  }

  @Test
  void a_gateway_that_slows_us_down_gets_its_pause_and_then_everything() {
    Entry entry = Entries.first(1);
    List<Settlement> settled =
        sent(
            entry,
            e -> destination.slowed(new Outcome.SlowDown(e, clock.instant().plusSeconds(9))));

    assertLater(settled.get(0), entry, Duration.ofSeconds(9), false);
    assertThat(destination.state().mode()).isEqualTo(SLOWED);
    assertThat(destination.room()).isZero();
    clock.tick(Duration.ofSeconds(9));
    assertThat(destination.room()).isEqualTo(Integer.MAX_VALUE);
    sent(Entries.first(2), this::taken);
    assertThat(destination.state().mode()).isEqualTo(FLOWING);
  }

  @Test
  void a_late_slow_down_does_not_open_a_door_that_is_closed() {
    Entry slow = Entries.first(5);
    destination.began(slow);
    sent(poison, this::wrongDoor);

    destination.slowed(new Outcome.SlowDown(slow, now().plusSeconds(1)));

    assertThat(destination.state().mode()).isEqualTo(STOPPED);
  }

  @Test
  void retry_after_beside_a_failure_keeps_everybody_quiet_that_long() {
    destination.began(poison);
    AnswerText away = new AnswerText(503, "", now());
    destination.settle(
        poison,
        new Reading.Doubt(
            away, "The DMP answered 503.", Optional.of(Duration.ofSeconds(30)), false));

    assertThat(destination.room()).isZero();
    assertThat(destination.opens()).contains(now().plusSeconds(30));
    clock.tick(Duration.ofSeconds(30));
    assertThat(sent(Entries.first(2), this::taken)).hasSize(2);
  }

  @Test
  void a_probe_that_never_reached_the_dmp_makes_room_for_another() {
    goAway();
    clock.tick(Duration.ofMinutes(1));
    Entry probe = Entries.first(9);
    destination.began(probe);

    destination.ended(probe);

    assertThat(destination.room()).isEqualTo(1);
  }

  @Test
  void a_gateway_that_does_not_say_how_long_is_left_alone_twice_as_long_each_time() {
    for (int seconds : new int[] {1, 2, 4, 8}) {
      sent(poison, e -> destination.settle(e, new Reading.SlowDown(Optional.empty())));

      assertThat(destination.opens()).contains(now().plusSeconds(seconds));
      clock.tick(Duration.ofSeconds(seconds));
    }
    sent(Entries.first(2), this::taken);
    sent(poison, e -> destination.settle(e, new Reading.SlowDown(Optional.empty())));

    assertThat(destination.opens()).contains(now().plusSeconds(1));
  }

  @Test
  void a_request_that_was_never_written_is_nobodys_attempt() {
    List<Settlement> settlements =
        sent(poison, e -> destination.settle(e, new Reading.Unwritten("held back")));

    assertThat(settlements).hasSize(1);
    assertLater(settlements.get(0), poison, Duration.ZERO, false);
    assertThat(destination.state().mode()).isEqualTo(FLOWING);
  }

  @Test
  void an_answer_that_was_lost_is_kept_with_the_event() {
    AnswerText none = new AnswerText(0, "reset", now());

    List<Settlement> settlements =
        sent(
            poison,
            e -> destination.settle(e, new Reading.Doubt(none, "Lost.", Optional.empty(), true)));

    assertThat(((Settlement.Later) settlements.get(0)).earlier())
        .isEqualTo(new Earlier(true, false));
  }

  @Test
  void an_event_that_was_begun_far_oftener_than_it_may_fail_is_worn_out() {
    assertThat(destination.isWornOut(Entries.entry(1, 24, 24))).isFalse();
    assertThat(destination.isWornOut(Entries.entry(1, 25, 25))).isTrue();
  }

  private void goAway() {
    sent(poison, this::failed);
    sent(Entries.first(2), this::failed);
  }

  private interface Answer {
    List<Settlement> to(Entry entry);
  }

  private List<Settlement> sent(Entry entry, Answer answer) {
    destination.began(entry);
    return answer.to(entry);
  }

  private List<Settlement> taken(Entry entry) {
    return destination.cleared(new Outcome.Delivered(entry));
  }

  private List<Settlement> failed(Entry entry) {
    AnswerText answer = new AnswerText(500, "oops", now());
    return destination.settle(
        entry, new Reading.Doubt(answer, "The DMP answered 500.", Optional.empty(), false));
  }

  private List<Settlement> wrongDoor(Entry entry) {
    return destination.stopped(new Outcome.WrongDoor(entry, "Set dmp.password."));
  }

  private Instant now() {
    return clock.instant();
  }

  private static boolean counts(Settlement settlement) {
    return settlement instanceof Settlement.Later later && later.counts();
  }

  private void assertLater(Settlement settlement, Entry entry, Duration wait, boolean counts) {
    assertThat(settlement)
        .isInstanceOfSatisfying(
            Settlement.Later.class,
            later -> {
              assertThat(later.entry().id()).isEqualTo(entry.id());
              assertThat(later.due()).isEqualTo(now().plus(wait));
              assertThat(later.counts()).isEqualTo(counts);
            });
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What became of claimed events. */
abstract class SettlingTests extends OnOutbox {
  SettlingTests(Place place) {
    super(place);
  }

  @Test
  void what_is_delivered_is_over_and_its_body_forgotten() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    List<Entry> claimed = outbox.claim(next(2));

    outbox.settle(
        List.of(
            new Settlement.Delivered(claimed.get(0), false),
            new Settlement.Delivered(claimed.get(1), true)));

    assertThat(numbers("shop"))
        .isEqualTo(Map.of("read", 2L, "queued", 2L, "delivered", 1L, "duplicate", 1L));
    assertThat(count("SELECT COUNT(*) FROM body")).isZero();
  }

  @Test
  void a_retry_waits_until_it_is_due_and_its_customer_with_it() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "a@x.com", "x"));

    later(claimOne(), Duration.ofMinutes(1), true);

    assertThat(outbox.nextDue()).contains(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(outbox.claim(next(10))).isEmpty();
    assertThat(numbers("shop")).containsEntry("retrying", 1L).containsEntry("waiting", 1L);
    tick(Duration.ofMinutes(1));
    Entry again = claimOne();
    assertThat(again.key()).isEqualTo("order:1");
    assertThat(again.earlier().counted()).isEqualTo(1);
    deliver(again);
    assertThat(claimedKeys(1)).containsExactly("order:2");
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void an_attempt_that_does_not_count_is_remembered_as_a_try() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));

    later(claimOne(), Duration.ZERO, false);

    Entry again = claimOne();
    assertThat(again.earlier().counted()).isZero();
    assertThat(again.earlier().hasFailed()).isTrue();
    assertThat(again.tries()).isEqualTo(2);
  }

  @Test
  void how_earlier_attempts_ended_is_kept_with_the_event() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    Entry first = claimOne();
    assertThat(first.earlier()).isEqualTo(Earlier.NONE);

    Earlier had = first.earlier().withHad();
    outbox.settle(List.of(new Settlement.Later(first, clock.instant(), "429", had)));
    Entry second = claimOne();
    Earlier both = second.earlier().withoutAnswer();
    outbox.settle(List.of(new Settlement.Later(second, clock.instant(), "lost", both)));
    Entry third = claimOne();
    later(third, Duration.ZERO, true);
    Earlier fourth = claimOne().earlier();

    assertThat(second.earlier()).isEqualTo(new Earlier(0, 0, 0, false, true));
    assertThat(third.earlier()).isEqualTo(new Earlier(0, 0, 0, true, true));
    assertThat(fourth.unanswered() && fourth.saidHad()).isTrue();
    assertThat(fourth.counted()).isEqualTo(1);
  }

  @Test
  void what_was_under_way_when_another_process_took_over_may_have_been_taken() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    claimOne();

    try (Outbox other = open(new Holder("there", 2, 2, ""))) {
      other.lease().keep();
      clock.tick(Duration.ofSeconds(6));
      assertThat(other.lease().keep().here()).isTrue();

      assertThat(other.claim(next(10)))
          .extracting(Entry::earlier)
          .containsExactly(new Earlier(0, 0, 1, true, false));
    }
  }

  @Test
  void a_waiting_event_may_be_judged_again() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    List<Entry> claimed = outbox.claim(next(2));
    claimed.forEach(entry -> later(entry, Duration.ofHours(1), false));

    later(claimed.get(0), Duration.ofMinutes(1), true);
    die(claimed.get(1));

    tick(Duration.ofMinutes(1));
    Entry again = claimOne();
    assertThat(again.key()).isEqualTo("order:1");
    assertThat(again.earlier().counted()).isEqualTo(1);
    assertThat(outbox.letters().unfiled(10)).extracting(DeadLetter::key).containsExactly("order:2");
    assertThat(numbers("shop")).containsEntry("retrying", 1L).doesNotContainKey("waiting");
  }

  @Test
  void a_late_word_about_an_earlier_attempt_changes_nothing() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    Entry first = claimOne();
    later(first, Duration.ZERO, true);
    Entry second = claimOne();

    die(first);

    assertThat(outbox.letters().unfiled(10)).isEmpty();
    deliver(second);
    assertThat(numbers("shop")).containsEntry("delivered", 1L).doesNotContainKey("dead");
  }

  @Test
  void settling_twice_counts_once() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    Entry entry = claimOne();

    deliver(entry);
    deliver(entry);
    die(entry);

    assertThat(numbers("shop")).containsEntry("delivered", 1L).doesNotContainKey("dead");
  }

  @Test
  void who_lost_the_lease_settles_nothing() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    List<Entry> claimed = outbox.claim(next(2));
    later(claimed.get(1), Duration.ofHours(1), false);
    try (Outbox other = open(new Holder("there", 2, 2, ""))) {
      other.lease().keep();
      clock.tick(Duration.ofSeconds(6));
      assertThat(other.lease().keep().here()).isTrue();

      deliver(claimed.get(0));
      die(claimed.get(1));

      assertThat(other.claim(next(10))).extracting(Entry::key).containsExactly("order:1");
      assertThat(other.letters().unfiled(10)).isEmpty();
    }
  }

  @Test
  void the_next_event_of_a_customer_follows_a_dead_one() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "a@x.com", "x"));

    die(claimOne());

    assertThat(claimedKeys(1)).containsExactly("order:2");
  }

  private long count(String sql) {
    return outbox.database().read(s -> s.query(sql, row -> row.number())).get(0);
  }
}

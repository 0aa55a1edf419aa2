package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who comes next. */
abstract class ClaimingTests extends OnOutbox {
  ClaimingTests(Place place) {
    super(place);
  }

  @Test
  void one_event_per_customer_is_on_its_way_at_a_time() {
    accept(
        Shop.live()
            .order("order:1", "a@x.com", "x")
            .order("order:2", "a@x.com", "x")
            .order("order:3", "b@x.com", "x"));

    List<Entry> first = outbox.claim(next(10));

    assertThat(first).extracting(Entry::key).containsExactly("order:1", "order:3");
    assertThat(outbox.claim(next(10))).isEmpty();
    deliver(first.get(0));
    assertThat(claimedKeys(10)).containsExactly("order:2");
  }

  @Test
  void live_events_pass_history_of_others() {
    accept(Shop.history().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    accept(Shop.live().order("order:3", "c@x.com", "x"));

    assertThat(claimedKeys(1)).containsExactly("order:3");
  }

  @Test
  void a_live_event_takes_its_customers_history_along_and_never_passes_it() {
    accept(Shop.history().order("order:1", "other@x.com", "x"));
    accept(Shop.history().order("order:2", "a@x.com", "x").order("order:3", "a@x.com", "x"));
    accept(Shop.live().order("order:4", "a@x.com", "x"));

    List<String> order = List.of(claimAndDeliver(), claimAndDeliver(), claimAndDeliver());

    assertThat(order).containsExactly("order:2", "order:3", "order:4");
  }

  @Test
  void what_was_put_back_goes_behind_what_was_not_in_its_lane() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    later(claimOne(), Duration.ofSeconds(5), true);
    accept(Shop.history().order("order:2", "b@x.com", "x"));
    accept(Shop.live().order("order:3", "c@x.com", "x"));
    tick(Duration.ofSeconds(5));

    List<String> order = List.of(claimAndDeliver(), claimAndDeliver());

    assertThat(order).containsExactly("order:3", "order:1");
  }

  @Test
  void each_lane_has_a_share_so_that_none_starves() {
    Shop live = Shop.live();
    Shop history = Shop.history();
    for (int i = 0; i < 60; i++) {
      live.order("order:live" + i, "live" + i + "@x.com", "x");
      history.order("order:old" + i, "old" + i + "@x.com", "x");
    }
    accept(live);
    accept(history);
    long old = 0;
    for (int i = 0; i < 40; i++) {
      old += claimedKeys(1).stream().filter(key -> key.contains("old")).count();
    }
    assertThat(old).isEqualTo(4);
    assertThat(claimedKeys(20)).filteredOn(key -> key.contains("old")).hasSize(2);
  }

  @Test
  void what_a_lane_does_not_need_the_others_take() {
    Shop history = Shop.history();
    for (int i = 0; i < 30; i++) {
      history.order("order:old" + i, "old" + i + "@x.com", "x");
    }
    accept(history);

    assertThat(outbox.claim(next(25))).hasSize(25);
    assertThat(outbox.claim(next(25))).hasSize(5);
  }

  @Test
  void tries_rise_when_claimed_and_survive_a_restart() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.claim(next(1));
    restart();

    Entry again = claimOne();

    assertThat(again.earlier().ends()).isZero();
    assertThat(again.tries()).isEqualTo(2);
  }

  @Test
  void without_the_lease_nothing_is_claimed() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.lease().release();

    assertThat(outbox.claim(next(1))).isEmpty();
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void a_paused_source_waits_and_others_pass() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    accept(Shop.source("other").order("order:3", "c@x.com", "x"));

    outbox.pause("shop", "fifty dead letters in a row");

    assertThat(claimedKeys(10)).containsExactly("order:3");
    assertThat(outbox.paused()).extracting(Paused::source).containsExactly("shop");
    assertThat(claimedKeys(10)).isEmpty();
    outbox.resume("shop");
    assertThat(outbox.paused()).isEmpty();
    assertThat(claimedKeys(10)).containsExactly("order:1", "order:2");
  }

  @Test
  void thousands_of_paused_events_do_not_stand_in_the_way() {
    for (int batch = 0; batch < 7; batch++) {
      Shop shop = Shop.live();
      for (int i = 0; i < 1_000; i++) {
        shop.order("order:" + batch + "-" + i, "c" + batch + "-" + i + "@x.com", "x");
      }
      accept(shop);
    }
    accept(Shop.source("other").order("order:free", "free@x.com", "x"));
    AtomicInteger woken = new AtomicInteger();
    outbox.onArrival(woken::incrementAndGet);
    outbox.pause("shop", "the mapping is wrong");

    List<String> first = claimedKeys(1);
    int wakes = woken.get();
    List<String> second = claimedKeys(1);

    assertThat(first).isEmpty();
    assertThat(wakes).isEqualTo(1);
    assertThat(second).containsExactly("order:free");
    outbox.resume("shop");
    int back = 0;
    for (int i = 0; i < 8; i++) {
      back += outbox.claim(next(1_000)).size();
    }
    assertThat(back).isEqualTo(7_000);
  }

  @Test
  void whoever_waits_for_work_is_woken_when_some_arrives() {
    AtomicInteger woken = new AtomicInteger();
    outbox.onArrival(woken::incrementAndGet);

    accept(Shop.live().order("order:1", "a@x.com", "x"));
    assertThat(woken.get()).isEqualTo(1);
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    assertThat(woken.get()).isEqualTo(1);
  }

  @Test
  void history_that_was_put_back_goes_behind_all_other_history_but_for_every_tenth() {
    Shop history = Shop.history();
    for (int i = 0; i < 40; i++) {
      history.order("order:" + i, "c" + i + "@x.com", "x");
    }
    accept(history);
    List<Entry> failed = outbox.claim(next(20));
    failed.forEach(entry -> later(entry, Duration.ofSeconds(5), false));
    tick(Duration.ofSeconds(5));

    List<Entry> then = outbox.claim(next(10));
    assertThat(then).filteredOn(entry -> entry.earlier().hasFailed()).hasSize(1);
  }

  @Test
  void kept_places_are_for_live_events_that_were_never_tried() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    later(claimOne(), Duration.ZERO, false);
    accept(Shop.history().order("order:2", "b@x.com", "x"));
    accept(Shop.live().order("order:3", "c@x.com", "x"));

    assertThat(outbox.claim(new Wanted.Next(10, 0, true)))
        .extracting(Entry::key)
        .containsExactly("order:3");
    assertThat(claimedKeys(10)).containsExactlyInAnyOrder("order:1", "order:2");
  }

  @Test
  void a_probe_is_a_newcomer_or_the_next_that_has_not_failed_or_the_longest_failed() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    outbox.claim(next(2)).forEach(entry -> later(entry, Duration.ofHours(1), false));
    accept(Shop.live().order("order:3", "c@x.com", "x"));
    tick(Duration.ofSeconds(3));
    accept(Shop.live().order("order:4", "d@x.com", "x"));
    Wanted newcomer = new Wanted.Newcomer(Duration.ofSeconds(2));

    assertThat(outbox.waiting()).isEqualTo(new Waiting(true, true));
    assertThat(probe(newcomer)).isEqualTo("order:4");
    assertThat(probe(newcomer)).isEmpty();
    assertThat(probe(new Wanted.Untried())).isEqualTo("order:3");
    assertThat(probe(new Wanted.Untried())).isEmpty();
    assertThat(outbox.waiting()).isEqualTo(new Waiting(false, true));
    assertThat(probe(new Wanted.Failed())).isEqualTo("order:1");
    assertThat(probe(new Wanted.Failed())).isEqualTo("order:2");
    assertThat(outbox.waiting()).isEqualTo(new Waiting(false, false));
  }

  @Test
  void what_failed_and_counted_is_no_probe_before_its_wait_is_over() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    later(claimOne(), Duration.ofMinutes(4), true);

    assertThat(probe(new Wanted.Failed())).isEmpty();
    tick(Duration.ofMinutes(4));
    assertThat(probe(new Wanted.Failed())).isEqualTo("order:1");
  }

  @Test
  void what_was_out_at_two_ends_waits_a_minute_and_goes_alone() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    for (int end = 0; end < 2; end++) {
      assertThat(outbox.claim(next(10))).hasSize(2);
      outbox = afterAKill(outbox);
    }

    assertThat(outbox.claim(next(10))).isEmpty();
    assertThat(outbox.nextDue()).contains(clock.instant().plus(Duration.ofMinutes(1)));
    tick(Duration.ofMinutes(1));
    assertThat(outbox.claim(new Wanted.Next(10, 10, false))).isEmpty();
    Entry alone = outbox.claim(next(10)).get(0);
    assertThat(alone.earlier().ends()).isEqualTo(2);
    later(alone, Duration.ZERO, false);
    assertThat(claimOne().earlier().ends()).isZero();
  }

  @Test
  void nothing_waits_longer_where_the_clock_was_set_back() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    later(claimOne(), Duration.ofMinutes(1), false);
    assertThat(claimedKeys(1)).isEmpty();

    tick(Duration.ofHours(-1));
    assertThat(claimedKeys(1)).isEmpty();
    tick(Duration.ofMinutes(1));
    later(claimOne(), Duration.ofMinutes(1), false);
    clock.tick(Duration.ofHours(-2));
    restart();

    assertThat(claimedKeys(1)).containsExactly("order:1");
  }

  @Test
  void the_next_event_of_a_customer_whose_event_was_poison_says_so_until_one_is_taken() {
    accept(
        Shop.live()
            .order("order:1", "a@x.com", "x")
            .order("order:2", "a@x.com", "x")
            .order("order:3", "a@x.com", "x"));
    Entry first = claimOne();
    outbox.settle(
        List.of(new Settlement.Dead(first, DeadLetter.Reason.EXHAUSTED, "8 times 500", REFUSED)));
    restart();

    Entry second = claimOne();
    deliver(second);

    assertThat(first.kin()).isFalse();
    assertThat(second.kin()).isTrue();
    assertThat(claimOne().kin()).isFalse();
  }

  @Test
  void now_and_then_one_event_of_another_customer_of_a_paused_source_is_tried() {
    accept(
        Shop.live()
            .order("order:1", "a@x.com", "x")
            .order("order:2", "a@x.com", "x")
            .order("order:3", "b@x.com", "x"));
    die(claimOne());
    outbox.pause("shop", "fifty customers were refused");
    assertThat(claimedKeys(10)).isEmpty();

    tick(Duration.ofMinutes(10));
    Entry trial = claimOne();
    assertThat(trial.key()).isEqualTo("order:3");
    assertThat(claimedKeys(10)).isEmpty();
    deliver(trial);

    assertThat(outbox.paused()).isEmpty();
    assertThat(claimedKeys(10)).containsExactly("order:2");
  }

  private String probe(Wanted wanted) {
    return outbox.claim(wanted).stream().map(Entry::key).findFirst().orElse("");
  }

  private String claimAndDeliver() {
    Entry entry = claimOne();
    deliver(entry);
    return entry.key();
  }
}

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

    List<Entry> first = outbox.claim(10);

    assertThat(first).extracting(Entry::key).containsExactly("order:1", "order:3");
    assertThat(outbox.claim(10)).isEmpty();
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
  void live_events_come_before_retries_and_retries_before_history() {
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

    assertThat(outbox.claim(25)).hasSize(25);
    assertThat(outbox.claim(25)).hasSize(5);
  }

  @Test
  void attempts_rise_when_claimed_and_survive_a_restart() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.claim(1);
    restart();

    Entry again = claimOne();

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(2);
  }

  @Test
  void without_the_lease_nothing_is_claimed() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.lease().release();

    assertThat(outbox.claim(1)).isEmpty();
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
      back += outbox.claim(1_000).size();
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

  private String claimAndDeliver() {
    Entry entry = claimOne();
    deliver(entry);
    return entry.key();
  }
}

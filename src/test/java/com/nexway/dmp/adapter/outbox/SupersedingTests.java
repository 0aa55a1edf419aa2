package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A newer state of the same thing replaces one that still waits. */
abstract class SupersedingTests extends OnOutbox {
  SupersedingTests(Place place) {
    super(place);
  }

  @Test
  void newer_data_replaces_older_data_that_still_waits() {
    accept(Shop.live().data("send data:a", "a@x.com", "one"));

    Accepted newer = accept(Shop.live().data("send data:a", "a@x.com", "two"));

    assertThat(newer).isEqualTo(new Accepted(1, 0, 0, 1, 0, 0, 0));
    assertThat(drain()).hasSize(1).allMatch(body -> body.contains("two"));
  }

  @Test
  void within_one_batch_only_the_newest_data_is_stored() {
    Accepted accepted =
        accept(
            Shop.live()
                .data("send data:a", "a@x.com", "one")
                .data("send data:a", "a@x.com", "two")
                .data("send data:a", "a@x.com", "three"));

    assertThat(accepted.superseded()).isEqualTo(2);
    assertThat(drain()).hasSize(1).allMatch(body -> body.contains("three"));
    assertThat(numbers("shop")).containsEntry("queued", 1L).doesNotContainKey("waiting");
  }

  @Test
  void an_order_is_never_replaced() {
    accept(Shop.live().order("order:1", "a@x.com", "one"));
    accept(Shop.live().order("order:1", "a@x.com", "two"));

    assertThat(drain()).hasSize(2);
  }

  @Test
  void data_that_was_attempted_is_never_replaced() {
    accept(Shop.live().data("send data:a", "a@x.com", "one"));
    later(claimOne(), Duration.ofMinutes(1), false);

    Accepted newer = accept(Shop.live().data("send data:a", "a@x.com", "two"));
    tick(Duration.ofMinutes(1));

    assertThat(newer.superseded()).isZero();
    assertThat(drain()).hasSize(2);
  }

  @Test
  void what_stood_behind_the_replaced_event_comes_next_and_the_new_one_after_it() {
    accept(
        Shop.live()
            .data("send data:a", "a@x.com", "one")
            .order("order:1", "a@x.com", "in between"));
    accept(Shop.live().data("send data:a", "a@x.com", "two"));

    List<String> bodies = drain();

    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(0)).contains("in between");
    assertThat(bodies.get(1)).contains("two");
  }

  @Test
  void data_that_goes_back_to_what_was_delivered_is_not_sent_at_all() {
    accept(Shop.live().data("send data:a", "a@x.com", "one"));
    drain();
    accept(Shop.live().data("send data:a", "a@x.com", "two"));
    accept(Shop.live().data("send data:a", "a@x.com", "three"));

    Accepted back = accept(Shop.live().data("send data:a", "a@x.com", "one"));

    assertThat(back.queued()).isZero();
    assertThat(drain()).isEmpty();
  }

  @Test
  void history_that_replaces_a_live_event_stays_live() {
    accept(Shop.live().order("order:9", "other@x.com", "first in line"));
    accept(Shop.live().data("send data:a", "a@x.com", "one"));
    accept(Shop.history().order("order:8", "third@x.com", "history"));
    accept(Shop.history().data("send data:a", "a@x.com", "two"));

    assertThat(claimedKeys(2)).containsExactly("order:9", kept("send data:a"));
  }
}

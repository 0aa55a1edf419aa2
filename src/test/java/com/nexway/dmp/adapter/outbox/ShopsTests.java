package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key means one record in one shop. */
abstract class ShopsTests extends OnOutbox {
  ShopsTests(Place place) {
    super(place);
  }

  @Test
  void order_1_of_two_shops_is_two_orders_whatever_their_versions() {
    accept(Shop.source("a").in("shop-a").order("order:1", "a@x.com", "accepted", 20));

    Accepted other =
        accept(Shop.source("b").in("shop-b").order("order:1", "b@x.com", "accepted", 10));

    assertThat(other).isEqualTo(new Accepted(1, 0, 0, 0, 0, 0, 0));
    assertThat(drain()).hasSize(2);
  }

  @Test
  void order_1_of_two_shops_with_the_same_content_is_sent_for_each() {
    accept(Shop.source("a").in("shop-a").order("order:1", "a@x.com", "accepted"));

    assertThat(accept(Shop.source("b").in("shop-b").order("order:1", "a@x.com", "accepted")))
        .isEqualTo(new Accepted(1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void three_sources_of_one_shop_speak_of_one_order() {
    accept(Shop.source("webhook").order("order:1", "a@x.com", "accepted", 20));

    assertThat(accept(Shop.source("database").order("order:1", "a@x.com", "other", 20)).unchanged())
        .isEqualTo(1);
    assertThat(accept(Shop.source("files").order("order:1", "a@x.com", "pending", 10)).stale())
        .isEqualTo(1);
  }

  @Test
  void a_waiting_cart_is_replaced_by_its_own_shop_alone() {
    accept(Shop.source("a").in("shop-a").with(Shop.event("cart", "cart:1", "a@x.com", "1", null)));

    Accepted other =
        accept(
            Shop.source("b").in("shop-b").with(Shop.event("cart", "cart:1", "a@x.com", "2", null)));

    assertThat(other).isEqualTo(new Accepted(1, 0, 0, 0, 0, 0, 0));
    assertThat(drain()).hasSize(2);
  }

  @Test
  void a_dead_letter_is_resent_for_its_own_shop() {
    accept(Shop.source("a").in("shop-a").order("order:1", "a@x.com", "wrong"));
    die(claimOne());
    tick(Duration.ofMinutes(1));
    accept(Shop.source("b").in("shop-b").order("order:1", "a@x.com", "newer"));
    drain();
    long letter = outbox.letters().unfiled(1).get(0).id();

    Resent resent = resend(letter, Shop.event("order", "order:1", "a@x.com", "right", null), false);

    assertThat(resent).isInstanceOf(Resent.Queued.class);
    assertThat(drain()).singleElement().asString().contains("right");
    assertThat(accept(Shop.source("b").in("shop-b").order("order:1", "a@x.com", "newer")))
        .hasToString("1 unchanged");
  }

  @Test
  void a_person_is_erased_in_every_shop() {
    for (String shop : List.of("shop-a", "shop-b")) {
      accept(Shop.source(shop).in(shop).data("send data:ann@x.com", "ann@x.com", "one"));
    }

    Erased erased = outbox.people().erase(new Person("ann@x.com"));

    assertThat(erased.events()).isEqualTo(2);
    assertThat(erased.fingerprints()).isEqualTo(2);
  }

  @Test
  void what_is_old_is_forgotten_in_every_shop() {
    for (String shop : List.of("shop-a", "shop-b", "shop-c")) {
      accept(Shop.source(shop).in(shop).order("order:1", "a@x.com", shop));
    }
    drain();
    tick(Duration.ofDays(900));
    RetentionSettings twoAtATime =
        new RetentionSettings(
            Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(730), Duration.ofDays(30), 2);

    int forgotten = 0;
    Forgotten step;
    do {
      step = outbox.retain(twoAtATime);
      forgotten += step.fingerprints();
    } while (step.more());

    assertThat(forgotten).isEqualTo(3);
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where an order or a customer is. */
abstract class FindTests extends OnOutbox {
  FindTests(Place place) {
    super(place);
  }

  private List<String> find(String words) {
    return outbox.find(words).stream()
        .map(found -> "%s %s %s".formatted(found.shop(), found.key(), found.state()))
        .toList();
  }

  @Test
  void a_number_finds_the_order_of_each_shop() {
    accept(Shop.source("a").in("shop-a").order("order:17", "a@x.com", "x"));
    accept(Shop.source("b").in("shop-b").order("order:17", "b@x.com", "x"));
    accept(Shop.source("b").in("shop-b").order("order:171", "b@x.com", "x"));

    assertThat(find(" 17")).containsExactly("shop-a order:17 WAITING", "shop-b order:17 WAITING");
    assertThat(find("#17")).hasSize(2);
    assertThat(find("order:171")).containsExactly("shop-b order:171 WAITING");
    assertThat(find("order:1")).isEmpty();
  }

  @Test
  void a_licence_finds_the_record_that_names_it() throws IOException {
    accept(registered("customer:9", "ABCD-1234"));
    accept(registered("customer:10", "ABCD-12345"));

    assertThat(find(" abcd-1234")).containsExactly("shop customer:9 WAITING");
    outbox.people().erase(new Person("customer:9@example.com"));
    assertThat(find("ABCD-1234")).isEmpty();
  }

  @Test
  void a_licence_of_one_shop_does_not_find_the_order_of_another() throws IOException {
    accept(registered("order:1", "ABCD-1234").in("shop-a"));
    accept(Shop.source("b").in("shop-b").order("order:1", "b@x.com", "x"));

    assertThat(find("ABCD-1234")).containsExactly("shop-a order:1 WAITING");
    assertThat(find("1")).hasSize(2);
  }

  private static Shop registered(String key, String licence) throws IOException {
    String event =
        """
        { "action": "register licences", "user": { "email": "%s@example.com" },
          "registrations": [ { "licenceNumber": "%s" } ] }"""
            .formatted(key, licence);
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(event);
    return Shop.live().with(Event.of(key, null, null, json));
  }

  @Test
  void what_waits_has_its_place_and_history_stands_behind_what_is_live() {
    accept(Shop.history().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    accept(Shop.live().order("order:3", "c@x.com", "x").order("order:4", "d@x.com", "x"));

    assertThat(List.of("3", "4", "1", "2"))
        .map(number -> outbox.find(number).get(0).place())
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void of_one_who_has_many_that_wait_the_newest_twenty_have_a_place() {
    Shop shop = Shop.live();
    for (int i = 0; i < 25; i++) {
      shop.order("order:" + i, "a@x.com", "x");
    }
    accept(shop);

    assertThat(outbox.find("a@x.com")).hasSize(25).filteredOn(one -> one.place() > 5).hasSize(20);
  }

  @Test
  void what_is_out_what_failed_and_what_is_over_is_told_apart() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    Entry entry = claimOne();
    assertThat(find("1")).containsExactly("shop order:1 UNDER_WAY");

    later(entry, Duration.ofMinutes(7), true);
    Found back = outbox.find("1").get(0);
    assertThat(back.state()).isEqualTo(Found.State.RETURNING);
    assertThat(back.at()).isEqualTo(clock.instant().plus(Duration.ofMinutes(7)));
    assertThat(back.tries()).isEqualTo(1);
    assertThat(back.why()).isEqualTo("status 500");

    tick(Duration.ofMinutes(7));
    deliver(claimOne());
    Found delivered = outbox.find("1").get(0);
    assertThat(delivered.state()).isEqualTo(Found.State.DELIVERED);
    assertThat(delivered.at()).isEqualTo(clock.instant());
  }

  @Test
  void what_the_dmp_had_before_is_told_as_such() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.settle(List.of(new Settlement.Delivered(claimOne(), true)));

    assertThat(find("1")).containsExactly("shop order:1 DUPLICATE");
    assertThat(numbers("shop")).containsEntry("duplicate", 1L);
  }

  @Test
  void an_older_state_that_is_over_is_not_told() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    drain();
    accept(Shop.live().order("order:1", "a@x.com", "y"));

    assertThat(find("1")).containsExactly("shop order:1 WAITING");
    drain();
    assertThat(find("1")).containsExactly("shop order:1 DELIVERED");
  }

  @Test
  void what_is_unchanged_is_found_when_its_row_is_gone() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    drain();
    tick(Duration.ofDays(31));
    outbox.retain(
        new RetentionSettings(
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(300),
            Duration.ofDays(1),
            10));

    assertThat(find("1")).containsExactly("shop order:1 UNCHANGED");
    assertThat(find("A@x.com")).containsExactly("shop order:1 UNCHANGED");
  }

  @Test
  void what_was_skipped_or_stale_is_found_with_its_reason() {
    accept(Shop.live().skipped("order:1", "a@x.com", "status is 'draft', none of: paid"));
    accept(Shop.live().order("order:2", "a@x.com", "new", 2).order("order:2", "a@x.com", "old", 1));

    assertThat(outbox.find("1"))
        .singleElement()
        .matches(found -> found.state() == Found.State.SKIPPED)
        .matches(found -> found.why().equals("status is 'draft', none of: paid"));
    assertThat(find("2")).containsExactlyInAnyOrder("shop order:2 WAITING", "shop order:2 STALE");
    assertThat(find("a@x.com")).hasSize(3);
  }

  @Test
  void a_dead_letter_is_found_with_its_file() {
    accept(
        Shop.live()
            .order("order:1", "a@x.com", "x")
            .refused("order:2", "b@x.com", "two @")
            .refused(null, "c@x.com", "two @"));
    die(claimOne());
    List<DeadLetter> letters = outbox.letters().unfiled(10);
    outbox.letters().filed(Map.of(letters.get(2).id(), "shop/1.json"));

    assertThat(find("2")).containsExactly("shop order:2 INVALID");
    assertThat(find("c@x.com")).containsExactly("shop  INVALID");
    assertThat(outbox.find("1"))
        .singleElement()
        .matches(found -> found.state() == Found.State.REFUSED)
        .matches(found -> found.why().equals("status 400"))
        .matches(found -> found.file().equals("shop/1.json"));
  }

  @Test
  void a_person_is_found_by_the_address_and_nobody_else_is() {
    accept(
        Shop.live()
            .data("send data:ann@x.com", "ann@x.com", "x")
            .order("order:1", "ann@x.com", "x")
            .order("order:2", "joann@x.com", "x")
            .refused(null, "joann@x.com", "two @"));

    assertThat(find("Ann@X.com"))
        .containsExactlyInAnyOrder(
            "shop order:1 WAITING", "shop " + kept("send data:ann@x.com") + " WAITING");
  }

  @Test
  void a_suppressed_person_is_told_as_such() {
    outbox.people().suppress(new Person("ann@x.com"));

    assertThat(find("ann@x.com")).containsExactly("  SUPPRESSED");
  }

  @Test
  void a_licence_is_found_by_its_key() {
    accept(
        Shop.live()
            .with(Shop.event("register licences", "register licences:K-1", "a@x.com", "x", null)));

    assertThat(find("K-1")).containsExactly("shop register licences:K-1 WAITING");
  }

  @Test
  void what_waits_for_a_paused_source_is_told_as_such() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    outbox.pause("shop", "too many were refused");

    assertThat(find("1")).containsExactly("shop order:1 PAUSED");
  }
}

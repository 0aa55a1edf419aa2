package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Retention and erasing. */
abstract class ForgettingTests extends OnOutbox {
  private static final RetentionSettings RETENTION =
      new RetentionSettings(
          Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(300), Duration.ofDays(1), 10);

  ForgettingTests(Place place) {
    super(place);
  }

  @Test
  void rows_of_delivered_events_go_in_small_steps_and_those_that_wait_stay() {
    Shop shop = Shop.live();
    for (int i = 0; i < 25; i++) {
      shop.order("order:" + i, "c" + i + "@x.com", "x");
    }
    accept(shop);
    outbox.claim(next(24)).forEach(this::deliver);
    tick(Duration.ofDays(31));

    List<Integer> steps =
        List.of(
            outbox.retain(RETENTION).entries(),
            outbox.retain(RETENTION).entries(),
            outbox.retain(RETENTION).entries());

    assertThat(steps).containsExactly(10, 10, 4);
    assertThat(count("entry")).isEqualTo(1);
    assertThat(count("customer_line")).isEqualTo(1);
    assertThat(drain()).hasSize(1);
  }

  @Test
  void what_was_delivered_is_known_longer_than_its_row() {
    accept(Shop.live().order("order:1", "a@x.com", "x"));
    drain();
    tick(Duration.ofDays(31));
    outbox.retain(RETENTION);

    assertThat(accept(Shop.live().order("order:1", "a@x.com", "x")).unchanged()).isEqualTo(1);
  }

  @Test
  void a_fingerprint_is_kept_while_its_source_shows_the_record() {
    accept(Shop.live().order("order:1", "a@x.com", "x").order("order:2", "b@x.com", "x"));
    for (int month = 0; month < 12; month++) {
      tick(Duration.ofDays(31));
      accept(Shop.live().order("order:1", "a@x.com", "x"));
    }

    assertThat(outbox.retain(RETENTION).fingerprints()).isEqualTo(1);

    assertThat(accept(Shop.live().order("order:1", "a@x.com", "x")).unchanged()).isEqualTo(1);
    assertThat(accept(Shop.live().order("order:2", "b@x.com", "x")).queued()).isEqualTo(1);
  }

  @Test
  void dead_letters_go_with_the_names_of_their_files() {
    accept(Shop.live().refused(null, "a@@x", "two @").refused(null, "b@@x", "two @"));
    List<DeadLetter> letters = outbox.letters().unfiled(10);
    outbox.letters().filed(Map.of(letters.get(0).id(), "shop/1.json"));
    tick(Duration.ofDays(91));

    Forgotten forgotten = outbox.retain(RETENTION);

    assertThat(forgotten.deadLetters()).isEqualTo(2);
    assertThat(forgotten.files()).containsExactly("shop/1.json");
    assertThat(forgotten.more()).isFalse();
  }

  @Test
  void one_person_is_erased_everywhere_and_nobody_else() {
    accept(
        Shop.live()
            .order("order:1", "ann@x.com", "sent")
            .order("order:2", "ann@x.com", "waits")
            .order("order:3", "joann@x.com", "waits")
            .refused(null, "Ann@X.com", "told twice")
            .refused(null, "ann@x.com.au", "another one"));
    deliver(claimOne());
    outbox.letters().filed(Map.of(outbox.letters().unfiled(1).get(0).id(), "shop/1.json"));

    Erased erased = outbox.people().erase(new Person(" ANN@x.com"));

    assertThat(erased).isEqualTo(new Erased(2, 1, 2, List.of("shop/1.json")));
    assertThat(drain()).hasSize(1).allMatch(body -> body.contains("joann@x.com"));
    assertThat(outbox.letters().unfiled(10)).hasSize(1);
    assertThat(numbers("shop")).doesNotContainKey("waiting");
    assertThat(accept(Shop.live().order("order:1", "ann@x.com", "sent")).queued()).isEqualTo(1);
  }

  @Test
  void a_person_is_found_in_the_line_of_another_customer_and_the_line_goes_on() {
    accept(
        Shop.live()
            .with(inLineOf("company-7", "order:1", "ann@x.com"))
            .with(inLineOf("company-7", "order:2", "bob@x.com"))
            .with(inLineOf("company-7", "order:3", "ann@x.com"))
            .with(inLineOf("company-7", "order:4", "bob@x.com")));
    deliver(claimOne());

    Erased erased = outbox.people().erase(new Person("ann@x.com"));

    assertThat(erased.events()).isEqualTo(2);
    assertThat(drain()).hasSize(2).allMatch(body -> body.contains("bob@x.com"));
  }

  private static com.nexway.dmp.adapter.event.Event inLineOf(
      String customer, String key, String email) {
    var event = Shop.event("order", key, email, "x", null);
    return com.nexway.dmp.adapter.event.Event.of(key, customer, null, event.json());
  }

  private long count(String table) {
    return outbox
        .database()
        .read(s -> s.query("SELECT COUNT(*) FROM " + table, row -> row.number()))
        .get(0);
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was not sent for other reasons than an error: heard of, and kept as a last word. */
abstract class LeftOutTests extends OnOutbox {
  private static final String DRAFT = "status is 'draft', none of: paid";

  LeftOutTests(Place place) {
    super(place);
  }

  @Test
  void a_batch_tells_each_reason_once_with_its_number_and_its_first_record() {
    Accepted accepted =
        accept(
            Shop.live()
                .skipped("order:1", "a@x.com", "status is 'draft', none of: paid")
                .skipped("order:2", "b@x.com", "status is 'new', none of: paid")
                .skipped());

    assertThat(accepted.heard())
        .containsExactly(
            new Heard(
                Heard.Kind.SKIPPED, "status is '…', none of: paid", 2, "order:1", "a.csv line 2"),
            new Heard(Heard.Kind.SKIPPED, "an address of nobody", 1, null, "a.csv line 4"));
  }

  @Test
  void stale_unchanged_and_doubted_records_are_heard_of() {
    accept(Shop.live().order("order:1", "a@x.com", "two", 2).refused("order:2", "b@@x", "two @"));

    Accepted accepted =
        accept(
            Shop.live()
                .order("order:1", "a@x.com", "two", 2)
                .order("order:1", "a@x.com", "one", 1)
                .refused("order:2", "b@@x", "two @")
                .doubted(
                    Shop.event("order", "order:3", "c@x.com", "x", null),
                    "/order/items/4/quantity",
                    "-2 is below 1"));

    assertThat(accepted.heard())
        .extracting(heard -> heard.kind() + " " + heard.reason() + " " + heard.key())
        .containsExactlyInAnyOrder(
            "UNCHANGED as it was order:1",
            "STALE older than what is known order:1",
            "UNCHANGED refused before for the same reason order:2",
            "WARNING order.items.….quantity: -… is below … order:3");
  }

  @Test
  void no_reason_and_no_key_holds_an_address() {
    Accepted accepted =
        accept(Shop.live().skipped("send data:a@x.com", "a@x.com", "mail is a@x.com, not b@x.com"));

    assertThat(accepted.heard().toString()).doesNotContain("@x.com");
    assertThat(words()).singleElement().asString().doesNotContain("@");
  }

  @Test
  void the_last_word_on_a_key_is_written_where_it_is_new_alone() {
    accept(Shop.live().skipped("order:1", "a@x.com", DRAFT));
    tick(Duration.ofDays(1));
    accept(Shop.live().skipped("order:1", "a@x.com", DRAFT));
    assertThat(words()).containsExactly("1 order:1 skipped " + DRAFT);

    accept(Shop.live().skipped("order:1", "a@x.com", "status is 'new', none of: paid"));
    assertThat(words()).containsExactly("2 order:1 skipped status is 'new', none of: paid");

    accept(Shop.live().order("order:1", "a@x.com", "paid"));
    assertThat(words()).isEmpty();
  }

  @Test
  void what_is_unchanged_writes_nothing() {
    accept(Shop.live().order("order:1", "a@x.com", "paid"));
    accept(Shop.live().order("order:1", "a@x.com", "paid"));

    assertThat(words()).isEmpty();
  }

  @Test
  void each_shop_has_its_own_last_words() {
    accept(Shop.source("a").in("shop-a").skipped("order:1", "a@x.com", DRAFT));
    accept(Shop.source("b").in("shop-b").skipped("order:1", "a@x.com", DRAFT));

    accept(Shop.source("a").in("shop-a").order("order:1", "a@x.com", "paid"));

    assertThat(words()).containsExactly("2 order:1 skipped " + DRAFT);
  }

  @Test
  void the_oldest_go_where_there_are_too_many() {
    accept(Shop.live().skipped("order:1", "a@x.com", DRAFT));
    outbox
        .database()
        .write(
            session ->
                session.update(
                    "UPDATE sequence SET last = last + ? WHERE name = 'left_out'",
                    LeftOut.MOST - 1));

    accept(Shop.live().skipped("order:2", "b@x.com", DRAFT));

    assertThat(words()).singleElement().asString().contains("order:2");
  }

  @Test
  void they_are_forgotten_with_the_rows_of_delivered_events() {
    RetentionSettings month =
        new RetentionSettings(
            Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(1), 1);
    accept(Shop.live().skipped("order:1", "a@x.com", DRAFT).skipped("order:2", "b@x.com", DRAFT));
    tick(Duration.ofDays(29));
    outbox.retain(month);
    assertThat(words()).hasSize(2);

    tick(Duration.ofDays(2));
    assertThat(outbox.retain(month).more()).isTrue();
    outbox.retain(month);

    assertThat(words()).isEmpty();
  }

  @Test
  void they_are_erased_with_their_person_and_not_written_of_a_suppressed_one() {
    accept(
        Shop.live()
            .skipped("order:1", "Ann@x.com", DRAFT)
            .skipped("order:2", "joann@x.com", DRAFT));
    outbox.people().suppress(new Person("ann@x.com"));

    Erased erased = outbox.people().erase(new Person("ann@x.com"));
    accept(Shop.live().skipped("order:3", "ann@X.com", DRAFT));

    assertThat(erased.fingerprints()).isEqualTo(1);
    assertThat(words()).containsExactly("2 order:2 skipped " + DRAFT);
  }

  private List<String> words() {
    return outbox
        .database()
        .read(
            session ->
                session.query(
                    "SELECT id, key, kind, reason FROM left_out ORDER BY id",
                    row ->
                        "%d %s %s %s"
                            .formatted(
                                row.number("id"),
                                row.text("key"),
                                row.text("kind"),
                                row.text("reason"))));
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** People who were erased and are to stay so; and what is kept of people in the long run. */
abstract class SuppressingTests extends OnOutbox {
  SuppressingTests(Place place) {
    super(place);
  }

  @Test
  void what_comes_again_of_a_suppressed_person_is_counted_as_skipped_and_not_kept() {
    assertThat(outbox.people().suppress(new Person(" Ann@X.com"))).isTrue();
    assertThat(outbox.people().suppress(new Person("ann@x.com"))).isFalse();

    Accepted accepted =
        accept(
            Shop.live()
                .order("order:1", "ann@x.com", "accepted")
                .order("order:2", "ANN@x.com", "accepted")
                .order("order:3", "joann@x.com", "accepted")
                .refused(null, "Ann@x.com", "told twice")
                .refused(null, "joann@x.com", "told twice")
                .unreadable("1;\"ann@x.com")
                .at("file", "row 7"));

    assertThat(accepted).hasToString("1 queued, 4 skipped (4 suppressed), 1 dead");
    assertThat(numbers("shop")).containsEntry("suppressed", 4L).containsEntry("skipped", 4L);
    assertThat(outbox.checkpoint("shop", "file")).isPresent();
    assertThat(drain()).singleElement().asString().contains("joann@x.com");
    assertThat(outbox.letters().unfiled(10))
        .singleElement()
        .matches(l -> !new Person("ann@x.com").isIn(l.record()));
  }

  @Test
  void a_person_who_is_let_in_again_is_as_anybody() {
    outbox.people().suppress(new Person("ann@x.com"));

    assertThat(outbox.people().unsuppress(new Person("ANN@x.com"))).isTrue();
    assertThat(outbox.people().unsuppress(new Person("ann@x.com"))).isFalse();

    assertThat(accept(Shop.live().order("order:1", "ann@x.com", "accepted")).queued()).isEqualTo(1);
  }

  @Test
  void a_suppressed_person_stays_out_after_a_restart_and_by_a_dead_letter() {
    accept(Shop.live().order("order:1", "ann@x.com", "accepted"));
    die(claimOne());
    long letter = outbox.letters().unfiled(1).get(0).id();
    outbox.people().suppress(new Person("ann@x.com"));
    restart();

    Resent resent =
        resend(letter, Shop.event("order", "order:1", "ann@x.com", "mended", null), true);

    assertThat(resent).isInstanceOf(Resent.Suppressed.class);
    assertThat(resent.why()).contains("--unsuppress");
    assertThat(outbox.claim(next(1))).isEmpty();
  }

  @Test
  void no_table_holds_an_address_once_its_events_are_over() {
    accept(Shop.live().data("send data:ann@x.com", "ann@x.com", "one"));
    outbox.people().suppress(new Person("bob@x.com"));
    drain();

    for (String table : List.of("entry", "record_state", "suppressed")) {
      assertThat(texts(table)).as(table).noneMatch(text -> text.contains("@"));
    }
    assertThat(accept(Shop.live().data("send data:ann@x.com", "ann@x.com", "one")).unchanged())
        .isEqualTo(1);
    assertThat(kept("send data:Ann@X.com")).isEqualTo(kept("send data:ann@x.com"));
  }

  @Test
  void a_key_is_hashed_with_a_key_of_this_outbox_alone() {
    String kept = kept("send data:ann@x.com");

    assertThat(kept).matches("send data:#[0-9a-f]{32}");
    assertThat(kept(kept)).isEqualTo(kept);
    assertThat(kept("cart:ann@x.com")).startsWith("cart:#").isNotEqualTo(kept);
    assertThat(kept("order:1001")).isEqualTo("order:1001");
    restart();
    assertThat(kept("send data:ann@x.com")).isEqualTo(kept);
  }

  @Test
  void a_key_of_any_length_is_stored() {
    String key = "order:" + "x\u00e9".repeat(5_000);
    accept(Shop.live().order(key, "a@x.com", "accepted"));

    assertThat(accept(Shop.live().order(key, "a@x.com", "accepted")).unchanged()).isEqualTo(1);
    assertThat(accept(Shop.live().order(key + "y", "a@x.com", "accepted")).queued()).isEqualTo(1);
  }

  @Test
  void who_holds_a_body_can_ask_whether_its_person_was_erased_meanwhile() {
    accept(Shop.live().order("order:1", "ann@x.com", "one").order("order:2", "bob@x.com", "one"));
    List<Entry> sent = outbox.claim(next(2));
    sent.forEach(this::deliver);
    assertThat(sent).allMatch(entry -> outbox.people().remembers(entry.id()));

    outbox.people().erase(new Person("ann@x.com"));

    assertThat(outbox.people().remembers(sent.get(0).id())).isFalse();
    assertThat(outbox.people().remembers(sent.get(1).id())).isTrue();
  }

  @Test
  void a_letter_in_capitals_beyond_ascii_is_found() {
    accept(Shop.live().refused(null, "J\u00dcRGEN@X.DE", "no such letters"));

    assertThat(outbox.people().erase(new Person("j\u00fcrgen@x.de")).deadLetters()).isEqualTo(1);
  }

  private List<String> texts(String table) {
    String columns =
        table.equals("suppressed") ? "'' " : table.equals("entry") ? "key || place" : "key";
    return outbox
        .database()
        .read(s -> s.query("SELECT " + columns + " FROM " + table, row -> row.text()));
  }
}

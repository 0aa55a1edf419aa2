package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dead letters: what makes one, and how one is sent again. */
abstract class DyingTests extends OnOutbox {
  DyingTests(Place place) {
    super(place);
  }

  @Test
  void refused_and_unreadable_records_become_dead_letters_with_all_that_a_person_needs() {
    accept(Shop.live().refused("send data:a", "a@@x", "has two @").unreadable("\"a;b"));

    List<DeadLetter> letters = outbox.letters().unfiled(10);

    assertThat(letters).hasSize(2);
    DeadLetter refused = letters.get(0);
    assertThat(refused.reason()).isEqualTo(DeadLetter.Reason.INVALID);
    assertThat(refused.key()).isEqualTo(kept("send data:a"));
    assertThat(refused.why()).isEqualTo("user.email (column e_mail): has two @");
    assertThat(refused.place()).isEqualTo("a.csv line 2");
    assertThat(refused.record()).isEqualTo("{\"e_mail\":\"a@@x\"}");
    assertThat(refused.problems()).singleElement().matches(p -> "e_mail".equals(p.column()));
    assertThat(letters.get(1).reason()).isEqualTo(DeadLetter.Reason.UNREADABLE);
    assertThat(letters.get(1).record()).isEqualTo("\"a;b");
  }

  @Test
  void an_unchanged_refused_record_makes_no_second_dead_letter() {
    accept(Shop.live().refused("send data:a", "a@@x", "has two @"));
    restart();

    Accepted again = accept(Shop.live().refused("send data:a", "a@@x", "has two @"));

    assertThat(again).hasToString("1 unchanged");
    assertThat(again.refused()).hasSize(1);
    assertThat(accept(Shop.live().refused("send data:a", "a@@y", "has two @")).dead()).isEqualTo(1);
  }

  @Test
  void an_event_that_the_dmp_refuses_becomes_a_dead_letter_with_its_answer() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    die(claimOne());

    DeadLetter letter = outbox.letters().unfiled(10).get(0);

    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.REFUSED);
    assertThat(letter.answer()).isEqualTo(REFUSED);
    assertThat(letter.event()).contains("dataAcquisitionTime").contains("a@x.com");
    assertThat(numbers("shop")).containsEntry("dead", 1L).doesNotContainKey("waiting");
    assertThat(accept(Shop.live().order("order:1", "a@x.com", "accepted")).unchanged())
        .isEqualTo(1);
  }

  @Test
  void a_filed_dead_letter_is_not_told_again() {
    accept(Shop.live().refused(null, "a@@x", "has two @"));

    outbox.letters().filed(Map.of(outbox.letters().unfiled(1).get(0).id(), "shop/1.json"));

    assertThat(outbox.letters().unfiled(10)).isEmpty();
  }

  @Test
  void a_mended_event_is_sent_again_and_what_became_of_it_is_seen() {
    accept(Shop.live().order("order:1", "a@x.com", "wrong"));
    die(claimOne());
    long letter = outbox.letters().unfiled(1).get(0).id();

    Resent resent = resend(letter, event("order:1", "mended"), false);

    assertThat(resent).isInstanceOf(Resent.Queued.class);
    assertThat(resend(letter, event("order:1", "mended"), false)).isInstanceOf(Resent.Before.class);
    assertThat(stateOf(letter)).isEqualTo("resent");
    assertThat(drain()).hasSize(1).allMatch(body -> body.contains("mended"));
    assertThat(stateOf(letter)).isEqualTo("delivered");
  }

  @Test
  void a_mended_event_that_is_refused_again_makes_a_new_dead_letter() {
    accept(Shop.live().refused("order:1", "a@@x", "has two @"));
    long letter = outbox.letters().unfiled(1).get(0).id();
    resend(letter, event("order:1", "not much better"), false);

    die(claimOne());

    assertThat(stateOf(letter)).isEqualTo("refused again");
    assertThat(outbox.letters().unfiled(10)).hasSize(1);
  }

  @Test
  void a_dead_letter_older_than_what_was_delivered_is_sent_only_if_forced() {
    accept(Shop.live().order("order:1", "a@x.com", "wrong"));
    die(claimOne());
    accept(Shop.live().order("order:1", "a@x.com", "right"));
    drain();
    long letter = outbox.letters().unfiled(1).get(0).id();

    assertThat(resend(letter, event("order:1", "wrong"), false))
        .isInstanceOf(Resent.Outdated.class);
    assertThat(resend(letter, event("order:1", "wrong"), true)).isInstanceOf(Resent.Queued.class);
  }

  @Test
  void a_refused_record_is_outdated_by_what_its_source_showed_later() {
    accept(Shop.live().refused("order:1", "a@@x", "has two @"));
    long letter = outbox.letters().unfiled(1).get(0).id();
    tick(Duration.ofSeconds(1));
    accept(Shop.live().order("order:1", "a@x.com", "right"));

    assertThat(resend(letter, event("order:1", "old"), false)).isInstanceOf(Resent.Outdated.class);
  }

  @Test
  void the_source_does_not_undo_what_a_person_mended() {
    accept(Shop.live().order("order:1", "a@x.com", "wrong"));
    die(claimOne());
    resend(outbox.letters().unfiled(1).get(0).id(), event("order:1", "mended"), false);
    drain();

    assertThat(accept(Shop.live().order("order:1", "a@x.com", "wrong")).unchanged()).isEqualTo(1);
    assertThat(accept(Shop.live().order("order:1", "a@x.com", "newer")).queued()).isEqualTo(1);
  }

  @Test
  void a_letter_that_is_not_there_is_unknown() {
    assertThat(resend(77, event("order:1", "x"), false)).isInstanceOf(Resent.Unknown.class);
  }

  @Test
  void a_mended_event_stays_in_the_line_of_its_customer_behind_what_has_no_answer_yet() {
    accept(Shop.live().with(ofCustomer("order:1", "wrong")));
    die(claimOne());
    long letter = outbox.letters().unfiled(1).get(0).id();
    accept(Shop.live().with(ofCustomer("order:2", "x")));
    Entry out = claimOne();

    resend(letter, event("order:1", "mended"), false);

    assertThat(outbox.claim(next(7))).isEmpty();
    deliver(out);
    assertThat(claimOne().key()).isEqualTo("order:1");
  }

  /** Of a customer who has a number in the shop, beside the address. */
  private static Event ofCustomer(String key, String content) {
    Event byAddress = event(key, content);
    return Event.of(key, "customer 7", null, byAddress.json());
  }

  private static Event event(String key, String content) {
    return Shop.event("order", key, "a@x.com", content, null);
  }

  private String stateOf(long letter) {
    return outbox
        .database()
        .read(
            session ->
                session.query(
                    "SELECT state FROM dead_letter WHERE id = ?", row -> row.text(), letter))
        .get(0);
  }

  @Test
  void a_letter_is_closed_by_a_delivery_of_what_came_in_after_it_died_and_no_other() {
    accept(Shop.live().order("order:1", "ann@x.com", "waits"));
    clock.tick(Duration.ofSeconds(1));
    accept(Shop.live().refused("order:1", "ann@x.com", "no such price"));
    outbox.letters().filed(Map.of(outbox.letters().unfiled(1).get(0).id(), "shop/a.json"));
    clock.tick(Duration.ofSeconds(1));

    deliver(claimOne());
    assertThat(outbox.letters().over(10)).isEmpty();

    accept(Shop.live().order("order:1", "ann@x.com", "mended"));
    deliver(claimOne());
    assertThat(outbox.letters().over(10)).containsValue("shop/a.json");

    outbox.letters().cleared(outbox.letters().over(10).keySet());
    assertThat(outbox.letters().over(10)).isEmpty();
    assertThat(outbox.letters().unfiled(10)).isEmpty();
  }
}

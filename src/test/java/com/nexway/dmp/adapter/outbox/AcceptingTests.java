package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a batch becomes. */
abstract class AcceptingTests extends OnOutbox {
  AcceptingTests(Place place) {
    super(place);
  }

  @Test
  void a_batch_is_stored_with_its_checkpoint() {
    Accepted accepted =
        accept(
            Shop.live()
                .order("order:1", "a@x.com", "accepted")
                .order("order:2", "b@x.com", "accepted")
                .skipped()
                .at("file-1", "row 3"));

    assertThat(accepted).hasToString("2 queued, 1 skipped");
    assertThat(outbox.checkpoint("shop", "file-1"))
        .contains(new Checkpoint("shop", "file-1", "row 3"));
    assertThat(outbox.checkpoint("shop", "file-2")).isEmpty();
    assertThat(numbers("shop"))
        .isEqualTo(Map.of("read", 3L, "queued", 2L, "waiting", 2L, "skipped", 1L));
  }

  @Test
  void the_body_is_stamped_once_and_kept_to_the_letter() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    restart();

    String body = new String(claimOne().body(), StandardCharsets.UTF_8);

    long stamp = clock.instant().getEpochSecond();
    assertThat(body)
        .isEqualTo(
            "{\"_meta\":{\"dataAcquisitionTime\":"
                + stamp
                + "},\"action\":\"order\",\"order\":{\"id\":\"order:1\",\"paymentStatus\":\"accepted\"},"
                + "\"user\":{\"email\":\"a@x.com\"}}");
  }

  @Test
  void an_unchanged_record_costs_no_request() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    drain();
    restart();

    Accepted again = accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(outbox.claim(next(1))).isEmpty();
  }

  @Test
  void a_record_that_goes_there_and_back_is_sent_three_times_with_three_bodies() {
    for (String content : List.of("pending", "accepted", "pending")) {
      accept(Shop.live().order("order:1", "a@x.com", content));
      assertThat(drain()).hasSize(1).allMatch(body -> body.contains(content));
    }
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    accept(Shop.live().order("order:1", "a@x.com", "refused"));
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    assertThat(drain()).hasSize(1).doesNotHaveDuplicates();
  }

  @Test
  void a_change_that_still_waits_is_dropped_when_the_record_goes_back() {
    accept(Shop.live().order("order:1", "a@x.com", "pending"));
    drain();
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    Accepted back = accept(Shop.live().order("order:1", "a@x.com", "pending"));

    assertThat(back).hasToString("1 unchanged, 1 superseded");
    assertThat(outbox.claim(next(1))).isEmpty();
    assertThat(accept(Shop.live().order("order:1", "a@x.com", "pending")).unchanged()).isEqualTo(1);
    assertThat(numbers("shop")).doesNotContainKey("waiting");
  }

  @Test
  void a_change_that_was_attempted_is_not_dropped_when_the_record_goes_back() {
    accept(Shop.live().order("order:1", "a@x.com", "pending"));
    drain();
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));
    later(claimOne(), Duration.ofMinutes(1), true);

    Accepted back = accept(Shop.live().order("order:1", "a@x.com", "pending"));
    tick(Duration.ofMinutes(1));

    assertThat(back.queued()).isEqualTo(1);
    List<String> bodies = drain();
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(0)).contains("accepted");
    assertThat(bodies.get(1)).contains("pending");
  }

  @Test
  void a_record_older_than_the_last_one_seen_is_stale() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted", 20));

    Accepted late = accept(Shop.source("webhook").order("order:1", "a@x.com", "pending", 10));

    assertThat(late.stale()).isEqualTo(1);
    assertThat(drain()).hasSize(1);
  }

  @Test
  void the_same_version_from_another_source_is_the_same_event() {
    accept(Shop.source("webhook").order("order:1", "a@x.com", "accepted", 20));

    Accepted other = accept(Shop.live().order("order:1", "a@x.com", "accepted once more", 20));

    assertThat(other.unchanged()).isEqualTo(1);
  }

  @Test
  void the_same_version_from_the_same_source_with_other_content_is_sent() {
    accept(Shop.live().order("order:1", "a@x.com", "pending", 20));

    Accepted changed = accept(Shop.live().order("order:1", "a@x.com", "accepted", 20));

    assertThat(changed.queued()).isEqualTo(1);
  }

  @Test
  void an_unchanged_record_of_a_newer_version_makes_older_ones_stale() {
    accept(Shop.live().order("order:1", "a@x.com", "accepted", 20));
    accept(Shop.live().order("order:1", "a@x.com", "accepted", 30));

    assertThat(accept(Shop.live().order("order:1", "a@x.com", "pending", 25)).stale()).isEqualTo(1);
  }

  @Test
  void two_changes_of_one_key_in_one_batch_are_sent_in_their_order() {
    accept(
        Shop.live()
            .order("order:1", "a@x.com", "pending")
            .order("order:1", "a@x.com", "accepted")
            .order("order:1", "a@x.com", "refused"));

    List<String> bodies = drain();

    assertThat(bodies).hasSize(3);
    assertThat(bodies.get(0)).contains("pending");
    assertThat(bodies.get(1)).contains("accepted");
    assertThat(bodies.get(2)).contains("refused");
  }

  @Test
  void the_stamp_is_later_than_the_last_one_of_its_key_even_if_the_clock_stands_still() {
    accept(Shop.live().order("order:1", "a@x.com", "pending"));
    accept(Shop.live().order("order:1", "a@x.com", "accepted"));

    long now = clock.instant().getEpochSecond();

    assertThat(drain().get(1)).contains("\"dataAcquisitionTime\":" + (now + 1));
  }

  @Test
  void the_time_that_a_mapping_gives_is_the_stamp_unless_it_is_not_later() {
    Event first = Shop.event("order", "order:1", "a@x.com", "pending", null);
    Event second = Shop.event("order", "order:1", "a@x.com", "accepted", null);
    accept(Shop.live().with(acquired(first, 500)).with(acquired(second, 500)));

    List<String> bodies = drain();

    assertThat(bodies.get(0)).contains("\"dataAcquisitionTime\":500");
    assertThat(bodies.get(1))
        .contains("\"dataAcquisitionTime\":" + clock.instant().getEpochSecond());
  }

  private static Event acquired(Event event, long seconds) {
    ObjectNode json = event.json().deepCopy();
    json.withObject("/_meta").put("dataAcquisitionTime", seconds);
    return Event.of(event.key(), event.customer(), event.version(), json);
  }

  @Test
  void of_refused_records_the_commonest_reason_is_told_without_their_values() {
    Accepted accepted =
        accept(
            Shop.live()
                .refused("order:1", "ann@x.com", "'12,x' is no number")
                .refused("order:2", "bob@x.com", "must be there")
                .refused("order:3", "cleo@x.com", "'ann@x.com' is no number"));

    assertThat(accepted.dead()).isEqualTo(3);
    assertThat(accepted.why()).contains("'…' is no number").doesNotContain("ann");
  }
}

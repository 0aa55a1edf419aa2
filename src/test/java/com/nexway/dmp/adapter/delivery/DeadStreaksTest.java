package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DeadStreaksTest {
  private static final Entry ENTRY = Entries.first(1_000);

  private final DeadStreaks streaks = new DeadStreaks();

  @Test
  void fifty_refused_customers_in_a_row_pause_their_source_once() {
    assertThat(streaks.after(refused(1, 49)).pauses()).isEmpty();

    assertThat(streaks.after(refused(50, 50)).pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.source()).isEqualTo("orders");
              assertThat(pause.why()).contains("50 different customers").contains("refused");
            });
    assertThat(streaks.after(refused(51, 99)).pauses()).isEmpty();
  }

  @Test
  void many_refused_events_of_one_customer_pause_nothing() {
    for (int i = 0; i < 200; i++) {
      assertThat(streaks.after(refused(1, 1)).pauses()).isEmpty();
    }
  }

  @Test
  void a_delivery_between_begins_the_count_anew() {
    streaks.after(refused(1, 49));
    streaks.after(List.of(new Settlement.Delivered(ENTRY, false)));

    assertThat(streaks.after(refused(50, 98)).pauses()).isEmpty();
  }

  @Test
  void a_delivery_of_a_paused_source_says_that_it_goes_on_once() {
    streaks.after(refused(1, 50));
    List<Settlement> delivered = List.of(new Settlement.Delivered(ENTRY, false));

    assertThat(streaks.after(delivered).goingOn()).containsExactly("orders");
    assertThat(streaks.after(delivered).goingOn()).isEmpty();
  }

  @Test
  void neither_a_retry_between_nor_poison_counts() {
    streaks.after(refused(1, 49));
    streaks.after(List.of(new Settlement.Later(ENTRY, Instant.EPOCH, "later", ENTRY.earlier())));
    streaks.after(List.of(dead(1_000, Reason.EXHAUSTED)));

    assertThat(streaks.after(refused(50, 50)).pauses()).hasSize(1);
  }

  private static List<Settlement> refused(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> dead(i, Reason.REFUSED)).toList();
  }

  private static Settlement dead(int customer, Reason reason) {
    return new Settlement.Dead(
        Entries.first(customer),
        reason,
        "The DMP refused the event with 400.",
        new AnswerText(400, "", Instant.EPOCH));
  }
}

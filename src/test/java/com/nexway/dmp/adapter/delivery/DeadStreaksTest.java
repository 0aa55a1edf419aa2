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
  private static final Entry ENTRY = Entries.first(1);

  private final DeadStreaks streaks = new DeadStreaks(Entries.DEFAULTS);

  @Test
  void fifty_dead_letters_in_a_row_pause_their_source_once() {
    assertThat(streaks.after(dead(49))).isEmpty();

    assertThat(streaks.after(dead(1)))
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.source()).isEqualTo("orders");
              assertThat(pause.why()).contains("50 events of orders").contains("refused");
            });
    assertThat(streaks.after(dead(49))).isEmpty();
  }

  @Test
  void a_delivery_between_begins_the_count_anew() {
    streaks.after(dead(49));
    streaks.after(List.of(new Settlement.Delivered(ENTRY, false)));

    assertThat(streaks.after(dead(49))).isEmpty();
  }

  @Test
  void a_retry_between_does_not() {
    streaks.after(dead(49));
    streaks.after(List.of(new Settlement.Later(ENTRY, Instant.EPOCH, "later", true)));

    assertThat(streaks.after(dead(1))).hasSize(1);
  }

  private static List<Settlement> dead(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                (Settlement)
                    new Settlement.Dead(
                        ENTRY,
                        Reason.REFUSED,
                        "The DMP refused the event with 400.",
                        new AnswerText(400, "", Instant.EPOCH)))
        .toList();
  }
}

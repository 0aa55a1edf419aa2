package com.nexway.dmp.adapter.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.testing.Logged;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run tells of records that were refused. */
final class RefusedRecordsTest {
  private final Logged log = Logged.of(RefusedRecords.class.getName());
  private final RefusedRecords records = new RefusedRecords(Clock.systemUTC());

  @Test
  void dead_letters_among_events_are_told_with_their_number_reason_and_folder() {
    records.stored("commandes", batch(9_700, 300, "order.total (column prix): is no number"));
    records.stored("commandes", batch(3, 1, "user.email: must be there"));
    records.stored("commandes", batch(5, 0, null));

    assertThat(log.lines())
        .containsExactly(
            "commandes: 300 records are not sent; the commonest reason: order.total (column prix):"
                + " is no number. See dead-letters/commandes/",
            "commandes: 1 record is not sent; the commonest reason: user.email: must be there."
                + " See dead-letters/commandes/");
    assertThat(records.look()).isEmpty();
  }

  @Test
  void a_source_of_which_all_is_refused_says_why_in_health() {
    records.stored("commandes", batch(0, 300, "order.total: is no number"));

    assertThat(records.look())
        .singleElement()
        .asString()
        .contains("all 300 records", "order.total: is no number", "dead-letters/commandes/");
  }

  private static Accepted batch(int queued, int dead, @Nullable String why) {
    return new Accepted(queued, 0, 0, 0, 0, 0, dead, Set.of(), why, List.of());
  }
}

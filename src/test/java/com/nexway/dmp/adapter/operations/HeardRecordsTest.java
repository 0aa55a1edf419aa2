package com.nexway.dmp.adapter.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.outbox.Heard;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.text.Sparing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was not sent, as lines for the log and as numbers. */
final class HeardRecordsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private long now;
  private final HeardRecords records =
      new HeardRecords(new HeardMetrics(registry)::heard, () -> now);

  private static Accepted batch(Heard... heard) {
    return new Accepted(0, 0, 0, 0, 0, 0, 0, Set.of(), null, List.of(heard));
  }

  private static Heard skipped(String reason, int records) {
    return new Heard(Heard.Kind.SKIPPED, reason, records, "order:17", "a.csv line 3");
  }

  private double number(String reason) {
    return registry
        .get("dmp.adapter.heard")
        .tags("source", "orders", "what", "skipped", "reason", reason)
        .counter()
        .count();
  }

  @Test
  void the_first_of_a_reason_is_told_with_key_and_place_and_the_others_are_counted() {
    Logged log = Logged.of(HeardRecords.class.getName());
    records.stored("orders", batch(skipped("status is '…'", 3)));
    records.stored("orders", batch(skipped("status is '…'", 2)));
    now += Sparing.TEN_MINUTES.toNanos();
    records.stored("orders", batch());
    Sparing.tellAll();

    // What other tests of this process left to be told is told with it.
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith("orders: skipped"))
        .containsExactly(
            "orders: skipped, status is '…' (order:17, a.csv line 3)",
            "orders: skipped, status is '…' (order:17, a.csv line 3), 4 times in the last ten"
                + " minutes");
    assertThat(number("status is '…'")).isEqualTo(5);
  }

  @Test
  void a_record_without_a_key_is_told_by_its_place_and_no_address_is_told() {
    Logged log = Logged.of(HeardRecords.class.getName());
    records.stored(
        "orders", batch(new Heard(Heard.Kind.WARNING, "doubted", 1, null, "ann@x.com.csv line 3")));

    assertThat(log.lines()).singleElement().asString().contains("line 3").doesNotContain("@");
  }

  @Test
  void numbers_tell_fifty_reasons_of_a_source_apart() {
    for (int i = 0; i < 60; i++) {
      records.stored("orders", batch(skipped("reason " + i, 1)));
    }

    assertThat(number("reason 49")).isEqualTo(1);
    assertThat(number("other")).isEqualTo(10);
    assertThat(registry.getMeters()).hasSize(51);
  }
}

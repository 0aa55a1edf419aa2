package com.nexway.dmp.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Count;
import com.nexway.dmp.adapter.outbox.Counted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adapter's numbers as the demo shows them. */
final class NumbersTest {
  private final Numbers numbers =
      new Numbers(
          List.of(
              new Count("orders", Counted.READ, 30),
              new Count("orders", Counted.DELIVERED, 20),
              new Count("orders", Counted.WAITING, 4),
              new Count("orders", Counted.RETRYING, 2),
              new Count("customers", Counted.READ, 12),
              new Count("customers", Counted.DEAD, 5)));

  @Test
  void what_is_retried_waits_as_well() {
    assertThat(numbers.total("waiting")).isEqualTo(6);
  }

  @Test
  void a_line_sums_all_sources() {
    assertThat(numbers.line().replaceAll(" +", " "))
        .isEqualTo("read 42 delivered 20 duplicate 0 dead 5 waiting 6");
  }

  @Test
  void the_table_has_a_row_for_each_source_and_a_zero_where_nothing_was_counted() {
    assertThat(numbers.table().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "source read delivered duplicate dead waiting skipped unchanged stale",
            "customers 12 0 0 5 0 0 0 0",
            "orders 30 20 0 0 6 0 0 0");
  }
}

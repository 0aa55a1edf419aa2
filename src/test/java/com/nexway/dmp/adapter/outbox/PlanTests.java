package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is done for each event reads an index from its beginning and sorts nothing: so it costs the
 * same whether ten thousand or five million events wait.
 */
abstract class PlanTests extends OnOutbox {
  private final Place place;

  PlanTests(Place place) {
    super(place);
    this.place = place;
  }

  @Test
  void a_claim_reads_the_ready_ones_in_their_order() {
    assertThat(plan(Claims.READY, 1L, Lane.LIVE, 64)).contains("entry_ready");
  }

  @Test
  void the_oldest_that_waits_is_the_first_of_an_index() {
    assertThat(plan(Claims.OLDEST, Lane.LIVE)).contains("entry_ready");
  }

  @Test
  void retries_that_fall_due_are_found_by_their_time() {
    assertThat(plan(Claims.DUE, 1L, Lane.LIVE, 1L, 64)).contains("entry_retry");
    assertThat(plan(Claims.ALONE, 1L, 1L)).contains("entry_alone");
    assertThat(plan(Claims.NEXT_DUE, Lane.LIVE)).contains("entry_retry");
  }

  @Test
  void a_probe_is_found_by_an_index() {
    assertThat(plan(Candidates.NEWEST, Lane.LIVE, 20)).contains("entry_ready");
    assertThat(plan(Candidates.FAILED, 1L, 20)).contains("entry_failed");
  }

  @Test
  void the_next_of_a_customer_is_found_by_the_one_before_it() {
    assertThat(plan(one(Line.PROMOTE), 1L)).contains("entry_behind");
  }

  @Test
  void settled_entries_are_found_by_their_numbers() {
    plan(one(Settling.LOAD), 1L);
  }

  private static String one(String sql) {
    return sql.replace("{keys}", "?");
  }

  private String plan(String sql, @Nullable Object... values) {
    String explain = place == Place.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
    String column = place == Place.SQLITE ? "detail" : "QUERY PLAN";
    List<String> steps =
        outbox.database().read(s -> s.query(explain + sql, row -> row.text(column), values));
    assertThat(steps).isNotEmpty();
    assertThat(steps)
        .noneMatch(step -> step.contains("Seq Scan"))
        .noneMatch(step -> step.contains("Sort"))
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .noneMatch(step -> step.matches("SCAN \\w+"));
    return String.join("\n", steps);
  }
}

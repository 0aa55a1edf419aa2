package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What holds for runs one behind another, whatever clocks the times of a shop are written by. */
abstract class ClocksContract {
  private static final String QUERY = "SELECT * FROM orders";

  /** A shop with the table orders(id, changed, total), whose times are local. */
  abstract Shop shop();

  private void order(int id, String changed) throws SQLException {
    shop().sql("INSERT INTO orders VALUES(" + id + ", '" + changed + "', 1)");
  }

  @Test
  void a_row_of_a_second_clock_comes_behind_one_that_is_ahead() throws SQLException {
    try (ShopRuns runs = shop().runs(QUERY)) {
      order(1, "2026-11-24 17:00:00");
      assertThat(runs.at("2026-11-24T17:05:00Z")).containsExactly(1L);
      order(2, "2026-11-24 18:10:00"); // Paris
      assertThat(runs.at("2026-11-24T17:10:05Z")).containsExactly(2L);
      assertThat(runs.ahead()).contains("'changed'", "UTC", "set zone");
      order(3, "2026-11-24 17:12:00"); // UTC

      assertThat(runs.at("2026-11-24T17:12:05Z")).containsExactly(3L);
      assertThat(runs.at("2026-11-24T17:13:05Z")).isEmpty();
      assertThat(runs.at("2026-11-24T18:10:05Z")).isEmpty();
      assertThat(runs.ahead()).isEmpty();
    }
  }

  @Test
  void times_are_ahead_of_the_clock_in_their_own_zone() throws SQLException {
    try (ShopRuns runs = shop().runs(QUERY, "zone", "Europe/Paris")) {
      order(1, "2026-11-24 18:10:00");
      assertThat(runs.at("2026-11-24T17:10:05Z")).containsExactly(1L);
      assertThat(runs.ahead()).isEmpty();
      order(2, "2026-11-24 18:07:00");

      assertThat(runs.at("2026-11-24T17:11:05Z")).isEmpty();
    }
  }

  @Test
  void a_date_far_ahead_is_sent_once_told_and_passed() throws SQLException {
    order(1, "2099-01-01 00:00:00");
    try (ShopRuns runs = shop().runs(QUERY)) {
      assertThat(runs.at("2026-11-24T17:10:00Z")).containsExactly(1L);
      assertThat(runs.ahead()).contains("2099-01-01", "id 1");
      order(2, "2026-11-24 17:11:00");

      assertThat(runs.at("2026-11-24T17:11:00Z")).containsExactly(2L);
    }
  }

  @Test
  void a_change_within_one_second_is_seen_whatever_letters_it_changes() throws SQLException {
    for (String[] change : new String[][] {{"'1P'", "'21'"}, {"NULL", "'null'"}, {"NULL", "''"}}) {
      shop().sql("DROP TABLE IF EXISTS parts");
      shop().sql("CREATE TABLE parts AS SELECT * FROM orders");
      shop().sql("ALTER TABLE parts ADD COLUMN sku VARCHAR(9)");
      shop().sql("INSERT INTO parts VALUES(1, '2026-11-24 17:00:00', 1, " + change[0] + ")");
      try (ShopRuns runs = shop().runs("SELECT * FROM parts")) {
        assertThat(runs.at("2026-11-24T17:00:01Z")).containsExactly(1L);
        shop().sql("UPDATE parts SET sku = " + change[1]);

        assertThat(runs.at("2026-11-24T17:00:02Z")).containsExactly(1L);
      }
    }
  }

  @Test
  void from_now_on_means_from_the_clock_on_where_a_date_is_far_ahead() throws SQLException {
    order(1, "2099-01-01 00:00:00");
    try (ShopRuns runs = shop().runs(QUERY, "start", "now")) {
      assertThat(runs.at("2026-11-24T17:10:00Z")).isEmpty();
      order(2, "2026-11-24 17:11:00");

      assertThat(runs.at("2026-11-24T17:11:00Z")).contains(2L);
    }
  }

  @Test
  void the_hour_that_comes_twice_is_read_twice() throws SQLException {
    for (String overlap : new String[] {"2m", "0s"}) {
      shop().sql("DELETE FROM orders");
      try (ShopRuns runs = shop().runs(QUERY, "zone", "Europe/Paris", "overlap", overlap)) {
        order(1, "2026-10-25 02:50:00"); // CEST
        assertThat(runs.at("2026-10-25T00:51:00Z")).containsExactly(1L);
        order(2, "2026-10-25 02:10:00"); // CET
        assertThat(runs.at("2026-10-25T01:10:30Z")).containsExactly(2L);
        assertThat(runs.ahead()).isEmpty();
        order(3, "2026-10-25 02:00:00");
        assertThat(runs.at("2026-10-25T01:11:30Z")).containsExactly(3L);
        order(4, "2026-10-25 03:00:30");
        assertThat(runs.at("2026-10-25T02:01:00Z")).containsExactly(4L);
        assertThat(runs.at("2026-10-25T02:02:00Z")).isEmpty();
      }
    }
  }

  @Test
  void the_hour_that_is_skipped_is_no_trouble() throws SQLException {
    try (ShopRuns runs = shop().runs(QUERY, "zone", "Europe/Paris")) {
      order(1, "2026-03-29 01:59:00");
      assertThat(runs.at("2026-03-29T00:59:30Z")).containsExactly(1L);
      order(2, "2026-03-29 03:00:10");
      order(3, "2026-03-29 02:30:00"); // by a clock that was not put forward

      assertThat(runs.at("2026-03-29T01:00:30Z")).containsExactly(3L, 2L);
      assertThat(runs.at("2026-03-29T01:01:30Z")).isEmpty();
    }
  }
}

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Unreadable;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What holds for queries whose rows of one id do not belong together as they come. */
abstract class ShapesContract extends ClocksContract {
  private static final String LINES = "SELECT total AS line, id, changed FROM orders";

  private void line(int id, String time, int line) throws SQLException {
    shop().sql("INSERT INTO orders VALUES(%d, '2026-11-24 %s', %d)".formatted(id, time, line));
  }

  @Test
  void rows_of_one_id_with_several_times_are_refused_in_this_run_and_the_next()
      throws SQLException {
    line(1, "10:00:00", 1);
    line(1, "10:05:00", 2);
    try (ShopRuns runs = shop().runs(LINES)) {
      assertThat(runs.at("2026-11-24T10:06:00Z")).isEmpty();
      line(2, "10:06:30", 1);
      assertThat(runs.at("2026-11-24T10:07:00Z")).containsExactly(2L);

      assertThat(runs.unreadable()).isNotEmpty().allSatisfy(ShapesContract::saysGreatest);
    }
  }

  @Test
  void rows_of_one_id_with_several_times_are_refused_where_another_stands_between()
      throws SQLException {
    line(1, "10:00:00", 1);
    line(2, "10:02:00", 1);
    line(1, "10:05:00", 2);
    try (ShopRuns runs = shop().runs(LINES)) {
      assertThat(runs.at("2026-11-24T10:06:00Z")).containsExactly(2L);
      line(1, "10:20:00", 3);
      assertThat(runs.at("2026-11-24T10:21:00Z")).isEmpty();

      assertThat(runs.unreadable()).hasSize(3).allSatisfy(ShapesContract::saysGreatest);
    }
  }

  @Test
  void rows_of_one_id_of_which_some_have_no_time_are_refused() throws SQLException {
    line(1, "10:00:00", 1);
    line(1, "10:00:00", 2);
    line(2, "10:00:00", 1);
    String query =
        "SELECT total AS line, id, CASE WHEN id = 2 OR total = 1 THEN changed END AS changed"
            + " FROM orders";
    try (ShopRuns runs = shop().runs(query)) {
      assertThat(runs.at("2026-11-24T10:06:00Z")).containsExactly(2L);
      assertThat(runs.unreadable()).singleElement().satisfies(ShapesContract::saysGreatest);
    }
  }

  private static void saysGreatest(Unreadable told) {
    assertThat(told.toString()).contains("id 1", "'changed'", "GREATEST", "OVER");
  }

  @Test
  void lines_that_a_join_multiplies_are_no_order() throws SQLException {
    line(1, "10:00:00", 1);
    line(1, "10:00:00", 2);
    line(2, "10:00:00", 1);
    String payments = " o CROSS JOIN (SELECT 1 AS payment UNION SELECT 2) p WHERE id = 1";
    for (String query :
        new String[] {
          "SELECT total AS line, id, changed, payment FROM orders" + payments,
          "SELECT id, changed, 'a@x.com' AS email, total AS line, payment FROM orders" + payments,
          "SELECT id, changed, 'a@x.com' AS email FROM orders WHERE id = 1"
        }) {
      try (ShopRuns runs = shop().runs(query)) {
        assertThat(runs.at("2026-11-24T10:06:00Z")).isEmpty();
        assertThat(runs.unreadable())
            .singleElement()
            .satisfies(told -> assertThat(told.toString()).contains("does a join multiply them?"));
      }
    }
  }

  @Test
  void lines_that_look_alike_are_an_order_where_something_tells_them_apart() throws SQLException {
    line(1, "10:00:00", 1);
    line(1, "10:00:00", 2);
    line(1, "10:00:00", 3);
    for (String query :
        new String[] {
          LINES,
          "SELECT id, changed, 1 AS quantity, total AS line FROM orders",
          "SELECT id, changed, CASE WHEN total < 3 THEN 1 ELSE 2 END AS quantity, 'x' AS sku"
              + " FROM orders WHERE total > 1",
        }) {
      try (ShopRuns runs = shop().runs(query)) {
        assertThat(runs.at("2026-11-24T10:06:00Z")).containsExactly(1L);
      }
    }
  }

  @Test
  void lines_that_pair_up_by_chance_are_an_order() throws SQLException {
    for (int line = 1; line <= 4; line++) {
      line(1, "10:00:00", line);
    }
    // Two sizes of one article, three and four of another: the articles are two lines each.
    String article = "SELECT id, changed, CASE WHEN total < 3 THEN 'A' ELSE 'B' END AS article, ";

    try (ShopRuns runs = shop().runs(article + "total AS size FROM orders")) {
      assertThat(runs.at("2026-11-24T10:06:00Z")).containsExactly(1L);
    }
    try (ShopRuns runs = shop().runs(article + "MOD(CAST(total AS INT), 2) AS pay FROM orders")) {
      assertThat(runs.at("2026-11-24T10:06:00Z")).isEmpty();
      assertThat(runs.unreadable()).hasSize(1);
    }
  }
}

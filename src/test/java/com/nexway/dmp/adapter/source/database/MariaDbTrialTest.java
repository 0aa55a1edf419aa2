package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.MariaDb;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MariaDbTrialTest extends TrialContract {
  private final String url = MariaDb.freshDatabase();

  @Override
  String url() {
    return url;
  }

  @Override
  String numbers(int n) {
    return "(SELECT seq AS n FROM seq_1_to_" + n + ") s";
  }

  @Override
  String after(String seconds) {
    return "DATE_ADD('2026-01-01', INTERVAL " + seconds + " SECOND)";
  }

  @Test
  void a_zero_date_is_no_time_and_says_what_to_write() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '0000-00-00 00:00:00', 1)");

    assertThat(shop().trial("SELECT * FROM orders").problems())
        .singleElement()
        .asString()
        .startsWith("1 row has no value in changed or id and is never read;")
        .contains("COALESCE(NULLIF(changed, '0000-00-00 00:00:00'), created) AS changed");
  }

  @Test
  void a_date_that_is_none_is_told_without_showing_it() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE people(id INT, changed DATETIME, born DATE)",
            "SET STATEMENT sql_mode='ALLOW_INVALID_DATES' FOR INSERT INTO people VALUES(7,"
                + " '2026-01-01', '2001-02-31')");

    assertThat(shop().trial("SELECT * FROM people").remarks())
        .containsExactly(
            "'born' is a date that holds no true one in some rows, such as id 7; the mapping gets"
                + " the text that the database shows");
  }

  @Test
  void a_time_that_the_query_works_out_is_served_by_no_index() throws SQLException {
    shop().sql("INSERT INTO orders SELECT seq, '2026-01-01', 1 FROM seq_1_to_200000");

    assertThat(
            shop()
                .trial("SELECT id, GREATEST(changed, '2025-01-01') AS changed FROM orders")
                .remarks())
        .singleElement()
        .asString()
        .contains("'changed' is worked out by the query, which no index serves");
  }
}

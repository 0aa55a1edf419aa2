package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

final class PostgresShopTest extends ZonesContract {
  @Override
  String url() {
    return Postgres.freshSchema();
  }

  @Override
  String inZone(String url, String zone) {
    return url + "&options=-c%20TimeZone=" + zone;
  }

  @Override
  String moment() {
    return "TIMESTAMPTZ";
  }

  @Override
  String utc() {
    return "SET TIME ZONE 'UTC'";
  }

  @Override
  String timestamp() {
    return "TIMESTAMP";
  }

  @Test
  void times_with_a_zone_are_moments_and_json_is_text() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE events(id TEXT, changed TIMESTAMPTZ, \"Body\" JSONB, ok BOOLEAN, u UUID)",
            "INSERT INTO events VALUES('a', '2026-01-01 10:00:00.123456+02', '{\"a\":1}', true,"
                + " '00000000-0000-0000-0000-000000000001')",
            "INSERT INTO events VALUES('b', '2026-01-01 10:00:00.123457+02', NULL, NULL, NULL)");

    var rows = rows(1, "SELECT * FROM events", "time-column", "\"changed\"");

    assertThat(rows).hasSize(2);
    Map<String, Object> row = rows.get(0);
    assertThat(((OffsetDateTime) row.get("changed")).toInstant())
        .isEqualTo(OffsetDateTime.parse("2026-01-01T10:00:00.123456+02:00").toInstant());
    assertThat(row)
        .containsEntry("Body", "{\"a\": 1}")
        .containsEntry("ok", true)
        .containsEntry("u", "00000000-0000-0000-0000-000000000001");
  }

  @Test
  void a_source_can_only_read() throws SQLException {
    try (Connection connection = shop().pool().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM orders"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void an_id_that_is_a_uuid_makes_the_round_trip() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE people(id UUID, changed TIMESTAMPTZ)",
            "INSERT INTO people SELECT md5(i::text)::uuid, '2026-11-01 10:00Z' FROM"
                + " generate_series(1, 1500) i");

    assertThat(rows("SELECT * FROM people"))
        .extracting(r -> r.get("id"))
        .hasSize(1500)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_no_value_is_the_text_that_the_database_shows() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE odd(id INT, changed TIMESTAMP, n NUMERIC, bits BIT(8), at TIMETZ, t"
                + " TIMESTAMP)",
            "INSERT INTO odd VALUES(1, '2026-11-01 10:00', 'NaN', B'00000101', '10:00+02',"
                + " 'infinity')");

    assertThat(rows("SELECT * FROM odd").get(0))
        .containsEntry("n", "NaN")
        .containsEntry("bits", "00000101")
        .containsEntry("at", "10:00:00+02")
        .containsEntry("t", "infinity");
  }

  static Stream<Arguments> ids() {
    return Stream.of(
        Arguments.of("INT8", "9007199254740%03d"),
        Arguments.of("SERIAL", "%d"),
        Arguments.of("NUMERIC", "%d.5"),
        Arguments.of("TEXT", "'n%d'"),
        Arguments.of("CHAR(10)", "'n%d'"),
        Arguments.of("UUID", "md5(%d::text)::uuid"),
        Arguments.of("BYTEA", "decode(md5(%d::text), 'hex')"),
        Arguments.of("DATE", "'2026-01-%02d'"),
        Arguments.of("TIMESTAMP", "'2026-01-01 10:%02d:00.000001'"),
        Arguments.of("TIMESTAMPTZ", "'2026-01-01 10:%02d:00.000001+02'"),
        Arguments.of("TIME", "'10:%02d:00.001'"),
        Arguments.of("TIMETZ", "'10:%02d:00.001+02'"),
        Arguments.of("FLOAT8", "%d.1"),
        Arguments.of("REAL", "%d.1"),
        Arguments.of("INTERVAL", "'%d hours'"),
        Arguments.of("VARBIT", "%d::bit(8)"),
        Arguments.of("BIT(8)", "%d::bit(8)"),
        Arguments.of("INET", "'10.0.0.%d'"),
        Arguments.of("INT[]", "ARRAY[%d, 1]"));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of("TIMESTAMP", "'2026-11-01 10:%02d:00.000001'", 6),
        Arguments.of("TIMESTAMPTZ", "'2026-11-01 10:%02d:00.000001+02'", 6),
        Arguments.of("DATE", "'2026-10-%02d'", 2),
        Arguments.of("INT8", "1793527200 + 60 * %d", 6),
        Arguments.of("NUMERIC", "1793527200.5 + 60 * %d", 6),
        Arguments.of("INT8", "(CAST(1793527200 AS BIGINT) + 60 * %d) * 1000", 6),
        Arguments.of("INT8", "(CAST(1793527200 AS BIGINT) + 60 * %d) * 1000000", 6),
        Arguments.of("INT8", "(CAST(1793527200 AS BIGINT) + 60 * %d) * 1000000000", 6),
        Arguments.of("FLOAT8", "1793527200.5 + 60 * %d", 6));
  }

  @Test
  void infinity_is_no_time_and_the_others_are_read() throws SQLException {
    shop()
        .sql(
            "INSERT INTO orders VALUES(1, '-infinity', 1), (2, '2026-11-01 10:00', 1)",
            "INSERT INTO orders VALUES(3, 'infinity', 1)");

    assertThat(rows("SELECT * FROM orders")).extracting(r -> r.get("id")).containsExactly(2L);
    assertThat(shop().unreachable("SELECT * FROM orders")).startsWith("2 rows have");
  }

  @Test
  void a_row_that_was_committed_late_is_found_by_a_cursor_of_seconds_too() throws SQLException {
    String query = "SELECT id, extract(epoch FROM changed) AS changed FROM orders";
    shop().sql("INSERT INTO orders VALUES(1, '2026-11-01 10:01', 1)");
    DatabasePosition position = shop().position(query);
    shop().sql("INSERT INTO orders VALUES(2, '2026-11-01 10:00:30', 1)");

    assertThat(shop().run(position, query, "overlap", "2m"))
        .extracting(record -> record.origin().place())
        .contains("id 2");
  }

  @Test
  void a_year_of_five_digits_is_ahead_of_the_clock_and_the_others_are_read() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '12026-11-24 10:00:00', 1)");
    try (ShopRuns runs = shop().runs("SELECT * FROM orders")) {
      assertThat(runs.at("2026-11-24T10:05:00Z")).containsExactly(1L);
      assertThat(runs.ahead()).contains("12026-11-24", "id 1");
      shop().sql("INSERT INTO orders VALUES(2, '2026-11-24 10:06:00', 1)");

      assertThat(runs.at("2026-11-24T10:07:00Z")).containsExactly(2L);
    }
  }

  @Test
  void a_column_may_have_any_letters() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '2026-11-24 10:00:00', 1)");

    String query = "SELECT id, changed AS geändert FROM orders";
    assertThat(shop().records(10, query, "time-column", "geändert")).hasSize(1);
  }

  @Test
  void no_more_of_a_text_leaves_the_database_than_the_memory_is_for() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '2026-11-24 10:00:00', 1)");
    for (String large :
        new String[] {
          "repeat('x', 5000)",
          "repeat('x', 5000)::bytea",
          "array_fill(1, ARRAY[3000])",
          "to_jsonb(repeat('x', 5000))"
        }) {
      assertThat(shop().longest(1000, "SELECT id, changed, " + large + " AS large FROM orders"))
          .isEqualTo(1000);
    }
  }
}

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.MariaDb;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

final class MariaDbShopTest extends ZonesContract {
  @Override
  String url() {
    return MariaDb.freshDatabase();
  }

  @Override
  String inZone(String url, String zone) {
    String offset = ZoneId.of(zone).getRules().getOffset(Instant.EPOCH).getId();
    return url + "&sessionVariables=time_zone='" + offset + "'";
  }

  @Override
  String moment() {
    return "TIMESTAMP NULL";
  }

  @Override
  String utc() {
    return "SET time_zone = '+00:00'";
  }

  @Override
  String timestamp() {
    return "DATETIME(6)";
  }

  @Test
  void zero_dates_are_absent_and_small_numbers_are_numbers() throws SQLException {
    shop()
        .sql(
            """
            CREATE TABLE customer(id BIGINT UNSIGNED, changed DATETIME, birthday DATE,
              newsletter TINYINT(1), optin BIT(1), y YEAR, note TEXT, last DATETIME)
            """,
            "INSERT INTO customer VALUES(18446744073709551615, '2026-01-01 00:00:00',"
                + " '0000-00-00', 1, 1, 2026, 'Zoë 😀', '0000-00-00 00:00:00')");

    Map<String, Object> row = rows("SELECT * FROM customer").get(0);

    assertThat(row.get("id")).isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(row.get("birthday")).isNull();
    assertThat(row.get("last")).isNull();
    assertThat(row)
        .containsEntry("newsletter", 1L)
        .containsEntry("optin", true)
        .containsEntry("y", 2026L)
        .containsEntry("note", "Zoë 😀");
  }

  @Test
  void a_zero_date_is_no_time_and_the_others_are_read() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '0000-00-00 00:00:00', 1)");
    shop().sql("INSERT INTO orders VALUES(2, '2026-11-01 10:00', 1), (3, '2026-11-01 10:01', 1)");

    assertThat(rows("SELECT * FROM orders")).extracting(r -> r.get("id")).containsExactly(2L, 3L);
  }

  @Test
  void an_id_of_bytes_makes_the_round_trip() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE people(id BINARY(16) PRIMARY KEY, changed DATETIME)",
            "INSERT INTO people SELECT UNHEX(MD5(seq)), '2026-11-01 10:00' FROM seq_1_to_2500");

    assertThat(rows("SELECT * FROM people"))
        .extracting(r -> r.get("id"))
        .hasSize(2500)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_no_value_is_the_text_that_the_database_shows() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE odd(id INT, changed DATETIME, long_time TIME, minus TIME, bits BIT(8),"
                + " month DATETIME, day DATETIME)",
            "SET STATEMENT sql_mode='ALLOW_INVALID_DATES' FOR INSERT INTO odd VALUES(1,"
                + " '2026-11-01 10:00', '25:00:00', '-01:00:00', b'101', '2024-00-00 10:00',"
                + " '2024-02-31 10:00')");

    assertThat(rows("SELECT * FROM odd").get(0))
        .containsEntry("long_time", "25:00:00")
        .containsEntry("minus", "-01:00:00")
        .containsEntry("bits", "00000101")
        .containsEntry("month", "2024-00-00 10:00:00")
        .containsEntry("day", "2024-02-31 10:00:00");
  }

  @Test
  void a_source_can_only_read() throws SQLException {
    try (Connection connection = shop().pool().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM orders"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("READ ONLY");
    }
  }

  static Stream<Arguments> ids() {
    return Stream.of(
        Arguments.of("BIGINT UNSIGNED", "1844674407370955%04d"),
        Arguments.of("DECIMAL(20,4)", "%d.5"),
        Arguments.of("VARCHAR(40)", "'n%d'"),
        Arguments.of("CHAR(10)", "'n%d'"),
        Arguments.of("BINARY(16)", "UNHEX(MD5(%d))"),
        Arguments.of("VARBINARY(20)", "UNHEX(MD5(%d))"),
        Arguments.of("UUID", "'00000000-0000-0000-%04d-0000000000ff'"),
        Arguments.of("DATE", "'2026-01-%02d'"),
        Arguments.of("DATETIME(6)", "'2026-01-01 10:%02d:00.000001'"),
        Arguments.of("TIMESTAMP(6)", "'2026-01-01 10:%02d:00.000001'"),
        Arguments.of("TIME(3)", "'-25:%02d:00.001'"),
        Arguments.of("DOUBLE", "%d.1"),
        Arguments.of("BIT(20)", "%d"),
        Arguments.of("YEAR", "20%02d"));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of("DATETIME(6)", "'2026-11-01 10:%02d:00.000001'", 6),
        Arguments.of("TIMESTAMP(6)", "'2026-11-01 10:%02d:00.000001'", 6),
        Arguments.of("DATE", "'2026-10-%02d'", 2),
        Arguments.of("INT UNSIGNED", "1793527200 + 60 * %d", 6),
        Arguments.of("DECIMAL(20,6)", "1793527200.5 + 60 * %d", 6),
        Arguments.of("BIGINT", "(1793527200 + 60 * %d) * 1000", 6),
        Arguments.of("BIGINT", "(1793527200 + 60 * %d) * 1000000", 6),
        Arguments.of("BIGINT", "(1793527200 + 60 * %d) * 1000000000", 6),
        Arguments.of("DOUBLE", "1793527200.5 + 60 * %d", 6));
  }

  @Override
  String behindMoment() {
    return "";
  }

  @Test
  void zero_dates_are_counted_and_told_with_what_to_write() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '0000-00-00 00:00:00', 1)");
    shop().sql("INSERT INTO orders VALUES(2, '2026-11-01 10:00', 1)");

    assertThat(shop().unreachable("SELECT * FROM orders"))
        .startsWith("1 row has")
        .endsWith("COALESCE(NULLIF(changed, '0000-00-00 00:00:00'), created) AS changed");
  }

  @Test
  void days_that_are_none_stand_in_the_way_of_no_other() throws SQLException {
    for (int i = 1; i <= 9; i++) {
      shop()
          .sql(
              "SET STATEMENT sql_mode='ALLOW_INVALID_DATES' FOR INSERT INTO orders VALUES(%d, '%s', 1)"
                  .formatted(i, i < 5 ? "2024-02-31 10:00" : "2024-03-0" + i + " 10:00"));
    }

    assertThat(rows(2, "SELECT * FROM orders")).hasSize(9);
  }

  @Test
  void a_timestamp_is_a_moment_whatever_the_zone_of_the_server() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE t(id INT, changed TIMESTAMP)",
            "SET STATEMENT time_zone='+05:00' FOR INSERT INTO t VALUES(1, '2026-11-01 10:00')");

    assertThat(rows("SELECT * FROM t").get(0).get("changed"))
        .isEqualTo(OffsetDateTime.parse("2026-11-01T05:00Z"));
  }

  @Test
  void a_page_that_does_not_go_on_is_told_with_what_to_write() throws SQLException {
    shop().sql("CREATE TABLE odd(id FLOAT, changed DATETIME)");
    shop()
        .sql("INSERT INTO odd VALUES(0.1, '2026-11-01'), (0.2, '2026-11-01'), (0.3, '2026-11-01')");

    assertThatThrownBy(() -> shop().records(2, "SELECT id, changed FROM odd"))
        .hasMessageContaining(
            "page after page ends with the same record (id 0.1, changed 2026-11-01")
        .hasMessageEndingWith("as in CAST(id AS CHAR(40)) AS id");
  }

  @Test
  void ids_that_a_collation_takes_for_the_same_are_records_of_their_own() throws SQLException {
    for (String type : new String[] {"VARCHAR(9)", "VARCHAR(9) CHARACTER SET latin1"}) {
      shop().sql("DROP TABLE IF EXISTS people");
      shop()
          .sql(
              "CREATE TABLE people(n INT, id " + type + ", changed DATETIME)",
              "INSERT INTO people VALUES(1, 'a', '2026-11-01 10:00'), (1, 'A', '2026-11-01 10:00'),"
                  + " (2, 'a', '2026-11-01 10:00'), (2, 'A', '2026-11-01 10:00'),"
                  + " (1, 'á', '2026-11-01 10:00'), (1, 'a ', '2026-11-01 10:00'),"
                  + " (1, 'Á', '2026-11-01 10:05'), (1, 'b', '2026-11-01 10:00')");

      assertThat(shop().records(2, "SELECT * FROM people"))
          .extracting(record -> record.origin().place())
          .containsExactlyInAnyOrder("id a", "id A", "id á", "id a ", "id Á", "id b");
    }
  }

  @Test
  void an_id_of_a_list_is_sorted_as_it_is_compared() throws SQLException {
    shop()
        .sql(
            "CREATE TABLE kinds(id ENUM('z', 'a', 'm', 'b'), changed DATETIME)",
            "INSERT INTO kinds SELECT seq, '2026-11-01 10:00' FROM seq_1_to_4");

    assertThat(shop().records(2, "SELECT * FROM kinds")).hasSize(4);
  }
}

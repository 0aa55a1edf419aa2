package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

final class H2ShopTest extends ShopContract {
  @Override
  String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  @Override
  String timestamp() {
    return "TIMESTAMP(6)";
  }

  @Test
  void every_type_becomes_a_value_that_a_record_may_hold() throws SQLException {
    shop()
        .sql(
            """
            CREATE TABLE kinds(id INT, changed TIMESTAMP, small SMALLINT, truth BOOLEAN, r DOUBLE,
              born DATE, at TIME, zoned TIMESTAMP WITH TIME ZONE, long CLOB, bytes BLOB, u UUID)
            """,
            """
            INSERT INTO kinds VALUES(1, '2026-01-01 00:00:00', 7, TRUE, 0.1, '2001-02-28',
              '10:15:00', '2026-01-01 10:00:00+02:00', 'a long text', X'FF00',
              '00000000-0000-0000-0000-000000000001')
            """,
            "INSERT INTO kinds(id, changed) VALUES(2, '2026-01-02 00:00:00')");

    Map<String, Object> row = rows("SELECT * FROM kinds").get(0);

    assertThat(row)
        .containsEntry("small", 7L)
        .containsEntry("truth", true)
        .containsEntry("r", new BigDecimal("0.1"))
        .containsEntry("born", LocalDate.parse("2001-02-28"))
        .containsEntry("at", LocalTime.parse("10:15"))
        .containsEntry("zoned", OffsetDateTime.parse("2026-01-01T10:00+02:00"))
        .containsEntry("long", "a long text")
        .containsEntry("bytes", "ff00")
        .containsEntry("u", "00000000-0000-0000-0000-000000000001");
    assertThat(rows("SELECT * FROM kinds").get(1).values()).filteredOn(v -> v != null).hasSize(2);
  }

  @Override
  String moment() {
    return "TIMESTAMP WITH TIME ZONE";
  }

  static Stream<Arguments> ids() {
    return Stream.of(
        Arguments.of("BIGINT", "9007199254740%03d"),
        Arguments.of("DECIMAL(20,4)", "%d.5"),
        Arguments.of("VARCHAR(40)", "'n%d'"),
        Arguments.of("CHAR(10)", "'n%d'"),
        Arguments.of("UUID", "'00000000-0000-0000-0000-0000000000%02d'"),
        Arguments.of("BINARY(4)", "X'00ff00%02d'"),
        Arguments.of("VARBINARY(20)", "X'00ff%02d'"),
        Arguments.of("DATE", "'2026-01-%02d'"),
        Arguments.of("TIMESTAMP(9)", "'2026-01-01 10:%02d:00.000000001'"),
        Arguments.of("TIMESTAMP(9) WITH TIME ZONE", "'2026-01-01 10:%02d:00.000000001+02'"),
        Arguments.of("TIME(9)", "'10:%02d:00.000000001'"),
        Arguments.of("DOUBLE PRECISION", "%d.1"));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of("TIMESTAMP(9)", "'2026-11-01 10:%02d:00.000000001'", 6),
        Arguments.of("TIMESTAMP(9) WITH TIME ZONE", "'2026-11-01 10:%02d:00.000000001+02'", 6),
        Arguments.of("DATE", "'2026-10-%02d'", 2),
        Arguments.of("BIGINT", "1793527200 + 60 * %d", 6),
        Arguments.of("DECIMAL(20,6)", "1793527200.5 + 60 * %d", 6),
        Arguments.of("BIGINT", "(CAST(1793527200 AS BIGINT) + 60 * %d) * 1000", 6));
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
}

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
}

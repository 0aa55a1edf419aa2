package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresShopTest extends ShopContract {
  @Override
  String url() {
    return Postgres.freshSchema();
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

    var rows = rows("SELECT * FROM events", "page-rows", "1", "time-column", "\"changed\"");

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
    DatabaseLimits limits = Shop.settings("SELECT 1").limits();

    try (Connection connection = ShopDatabase.of(() -> shop(), limits).getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false); // as camel-jdbc does
      assertThatThrownBy(() -> statement.execute("DELETE FROM orders"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("read-only");
    }
  }
}

package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.testing.Postgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route on the makes that shops run on, through camel-jdbc and a pool. */
final class ShopMakesRouteTest {
  @TempDir Path home;
  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void postgresql_is_read_page_by_page_and_then_what_changes() throws Exception {
    reads(Postgres.freshSchema(), "TIMESTAMP");
  }

  @Test
  void mariadb_is_read_page_by_page_and_then_what_changes() throws Exception {
    reads(MariaDb.freshDatabase(), "DATETIME");
  }

  private void reads(String url, String timestamp) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(2);
    config.setReadOnly(true);
    try (HikariDataSource shop = new HikariDataSource(config);
        Connection writer = java.sql.DriverManager.getConnection(url)) {
      sql(
          writer,
          "CREATE TABLE order_lines(id BIGINT, changed " + timestamp + ", item VARCHAR(20))");
      for (int id = 1; id <= 12; id++) {
        for (int line = 0; line < 2; line++) {
          sql(
              writer,
              "INSERT INTO order_lines VALUES(" + id + ", '2026-10-25 02:30:00', 'i" + line + "')");
        }
      }
      RunningSources.Builder builder = new RunningSources.Builder(home, intake).reading(shop);
      builder.database(
          "orders",
          "query",
          "SELECT id, changed, item FROM order_lines",
          "time-column",
          "changed",
          "id-column",
          "id");

      try (RunningSources running = builder.start()) {
        await().until(() -> intake.records().size() >= 12);
        sql(writer, "INSERT INTO order_lines VALUES(13, '2026-10-25 02:31:00', 'new')");
        await().until(() -> intake.records().size() >= 13);
        assertThat(running.state("orders").failure()).isNull();
      }
    }
    assertThat(intake.values("id"))
        .isEqualTo(IntStream.rangeClosed(1, 13).mapToObj(i -> (Object) (long) i).toList());
    assertThat(intake.records().subList(0, 12))
        .allSatisfy(record -> assertThat(record.rows()).hasSize(2));
  }

  private static void sql(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}

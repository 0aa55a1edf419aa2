package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.MariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** A source whose database refuses its query, poll after poll. */
final class BrokenDatabaseTest {
  private static final String[] QUERY = {
    "query", "SELECT id, changed FROM away", "time-column", "changed", "id-column", "id"
  };

  @TempDir Path home;

  @Test
  void ten_polls_are_one_line_of_the_log_although_each_connection_has_another_number()
      throws SQLException {
    AtomicInteger connections = new AtomicInteger();
    MariaDbDataSource shop =
        new MariaDbDataSource(MariaDb.freshDatabase()) {
          @Override
          public Connection getConnection() throws SQLException {
            connections.incrementAndGet();
            return super.getConnection();
          }
        };
    Logged log = Logged.of("ROOT");
    try (RunningSources running =
        new RunningSources.Builder(home, new RecordingIntake())
            .reading(shop)
            .database("broken", QUERY)
            .start()) {
      await().until(() -> connections.get() > 10);

      assertThat(running.state("broken").failure()).contains("away").doesNotContain("conn=");
    }
    assertThat(log.lines())
        .filteredOn(line -> line.contains("away") || line.contains("broken: "))
        .hasSize(1);
  }
}

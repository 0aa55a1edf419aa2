package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.value.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class CausesTest {
  @Test
  void a_table_that_is_missing_is_told_in_the_same_words_whatever_the_connection()
      throws SQLException {
    String shop = MariaDb.freshDatabase();
    String once = told(shop);

    assertThat(told(shop)).isEqualTo(once).startsWith("Table '").endsWith("doesn't exist");
  }

  private static String told(String shop) throws SQLException {
    try (Connection connection = DriverManager.getConnection(shop);
        Statement statement = connection.createStatement()) {
      Throwable failure =
          Assertions.catchThrowable(() -> statement.executeQuery("SELECT * FROM orders"));
      return Causes.words(new IllegalStateException(failure));
    }
  }

  @Test
  void a_query_that_takes_too_long_is_told_by_its_setting() throws SQLException {
    assertThat(cutOff(Postgres.url(), "SELECT pg_sleep(9)")).contains("query-timeout");
    assertThat(cutOff(MariaDb.freshDatabase(), "SELECT SLEEP(9)")).contains("query-timeout");
  }

  private static String cutOff(String shop, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(shop);
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      return Causes.words(Assertions.catchThrowable(() -> statement.executeQuery(query)));
    }
  }

  @Test
  void a_value_in_a_database_s_words_is_left_out() throws SQLException {
    for (String shop : List.of(Postgres.url(), "jdbc:h2:mem:")) {
      try (Connection connection = DriverManager.getConnection(shop);
          Statement statement = connection.createStatement()) {
        String query = "SELECT CAST('zoe \"z\" o''b@x.com' AS INTEGER)";

        String told = Causes.words(Assertions.catchThrowable(() -> statement.executeQuery(query)));

        assertThat(told).endsWith("…").doesNotContain("zoe", "x.com");
      }
    }
  }

  @Test
  void a_pool_without_a_free_connection_is_told_by_its_setting() throws SQLException {
    DatabaseAccess one =
        new DatabaseAccess("jdbc:h2:mem:", "", new Secret(""), 1, Duration.ofSeconds(1), Map.of());
    try (Databases databases = new Databases(Map.of("my-shop", one));
        Connection busy = databases.of("my-shop").getConnection()) {
      assertThat(busy.isClosed()).isFalse();

      String told =
          Causes.words(Assertions.catchThrowable(() -> databases.of("my-shop").getConnection()));

      assertThat(told).contains("busy", "databases.my-shop.connections").doesNotContain("total");
    }
  }
}

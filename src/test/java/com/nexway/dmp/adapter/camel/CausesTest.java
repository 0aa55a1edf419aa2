package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.MariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
}

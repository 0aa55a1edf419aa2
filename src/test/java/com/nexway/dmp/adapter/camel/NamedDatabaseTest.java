package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.value.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that is wrong is told by the setting's name, once. */
final class NamedDatabaseTest {
  private static final String WORDS =
      "the user 'reader' is not let in: the database does not know it, or it has another password;"
          + " set"
          + " databases.web-shop.username and databases.web-shop.password in config/adapter.yaml, or"
          + " DATABASES_WEB_SHOP_PASSWORD, to a user that it knows";

  @TempDir Path home;
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final NamedDatabase database =
      new NamedDatabase(
          "web-shop",
          new DatabaseAccess(
              url, "reader", new Secret("wrong"), 2, Duration.ofSeconds(5), Map.of()),
          this::nanos);
  private Connection owner;

  @BeforeEach
  void open() throws SQLException {
    owner = DriverManager.getConnection(url, "sa", "");
    owner.createStatement().execute("CREATE USER reader PASSWORD 'right' ADMIN");
  }

  @AfterEach
  void close() throws SQLException {
    owner.close();
  }

  @Test
  void it_is_told_by_the_names_of_the_settings_and_without_the_password() {
    assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class).hasMessage(WORDS);
  }

  @Test
  void the_server_is_not_asked_again_at_once_for_some_lock_a_user_out() throws SQLException {
    assertThatThrownBy(database::getConnection).hasMessage(WORDS);
    owner.createStatement().execute("ALTER USER reader SET PASSWORD 'wrong'");

    assertThatThrownBy(database::getConnection).hasMessage(WORDS);
    clock.tick(Duration.ofSeconds(20));

    try (Connection connection = database.getConnection()) {
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  @Test
  void another_failure_keeps_the_drivers_words() {
    NamedDatabase away =
        new NamedDatabase(
            "shop",
            new DatabaseAccess(
                "jdbc:h2:tcp://127.0.0.1:1/x",
                "reader",
                new Secret("wrong"),
                2,
                Duration.ofSeconds(5),
                Map.of()),
            System::nanoTime);

    assertThatThrownBy(away::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Connection is broken");
  }

  @Test
  void run_after_run_the_log_says_it_once() {
    Logged logged = Logged.of(SourceStates.class.getName());
    try (RunningSources running =
        new RunningSources.Builder(home, new RecordingIntake())
            .reading(database)
            .database(
                "orders",
                "query",
                "SELECT 1 AS id, CURRENT_TIMESTAMP AS at",
                "time-column",
                "at",
                "id-column",
                "id",
                "every",
                "100ms")
            .start()) {
      await().until(() -> asked.get() >= 5);
    }

    assertThat(logged.lines()).containsExactly("orders: the database could not be read: " + WORDS);
  }

  private long nanos() {
    asked.incrementAndGet();
    return clock.nanos();
  }
}

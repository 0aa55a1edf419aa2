package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that may go away, and must keep what it acknowledges. */
final class PostgresTest {
  @Test
  void a_connection_that_was_cut_is_told_and_replaced() throws SQLException {
    try (Database database = Database.open(Location.of(Postgres.freshSchema()))) {
      database.write(s -> s.update("CREATE TABLE thing (id BIGINT)"));
      cutAll();

      assertThatThrownBy(() -> database.write(s -> s.update("INSERT INTO thing VALUES (1)")))
          .isInstanceOf(StorageUnavailable.class);

      assertThat(database.<Integer>write(s -> s.update("INSERT INTO thing VALUES (2)")))
          .isEqualTo(1);
      List<Integer> ids =
          database.read(s -> s.query("SELECT id FROM thing", r -> (int) r.number()));
      assertThat(ids).containsExactly(2);
    }
  }

  @Test
  void commits_are_forced_to_the_disk_even_where_the_server_does_not_by_itself()
      throws SQLException {
    String url = Postgres.freshSchema() + "&options=-c%20synchronous_commit=off";
    try (Database database = Database.open(Location.of(url))) {
      List<String> commit = database.write(s -> s.query("SHOW synchronous_commit", r -> r.text()));
      assertThat(commit).containsExactly("on");
    }
  }

  @Test
  void a_server_that_cannot_be_reached_is_told_without_its_password() {
    Location nowhere = Location.of("jdbc:postgresql://127.0.0.1:1/a?user=u&password=secret");

    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/a")
        .hasMessageNotContaining("secret");
  }

  @Test
  void its_tables_stand_apart_from_those_of_a_shop_in_the_same_database() throws SQLException {
    String url = Postgres.url();
    try (Database database = Database.open(Location.of(url))) {
      database.write(s -> s.update("CREATE TABLE thing (id BIGINT)"));
      List<String> schemas =
          database.read(
              s ->
                  s.query(
                      "SELECT schemaname FROM pg_tables WHERE tablename = 'thing'"
                          + " AND schemaname = 'dmp_adapter'",
                      r -> r.text()));
      assertThat(schemas).hasSize(1);
      database.write(s -> s.update("DROP TABLE thing"));
    }
    Database.open(Location.of(url)).close();
  }

  @Test
  void a_copy_is_left_to_the_server() {
    try (Database database = Database.open(Location.of(Postgres.freshSchema()))) {
      assertThatThrownBy(() -> database.upkeep(0).backup(Path.of("x.db")))
          .isInstanceOf(StorageRefused.class)
          .hasMessageContaining("pg_dump");
    }
  }

  private static void cutAll() throws SQLException {
    try (Connection connection = Postgres.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
              + " 'nexway-dmp-adapter'");
    }
  }
}

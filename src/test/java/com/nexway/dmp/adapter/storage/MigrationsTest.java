package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationsTest {
  private static final Migrations STEPS = Migrations.beside(MigrationsTest.class, "steps");

  @TempDir Path folder;
  private Database database;

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void an_empty_database_takes_every_step_once(String kind) {
    open(kind);

    STEPS.apply(database);
    STEPS.apply(database);

    assertThat(sizes()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void an_earlier_version_takes_the_steps_it_lacks(String kind) {
    open(kind);
    STEPS.applyUpTo(database, 1);
    database.write(s -> s.update("INSERT INTO thing (id, name) VALUES (2, 'of the user')"));

    STEPS.apply(database);

    assertThat(sizes()).isEqualTo(14);
  }

  @Test
  void a_database_of_a_newer_program_is_refused() {
    open("sqlite");
    STEPS.apply(database);
    database.write(s -> s.update("INSERT INTO schema_version (version) VALUES (3)"));

    assertThatThrownBy(() -> STEPS.apply(database))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("newer version of the adapter")
        .hasMessageContaining("version 3")
        .hasMessageContaining("up to 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_step_that_fails_leaves_nothing_behind(String kind) {
    open(kind);
    Migrations broken = Migrations.beside(MigrationsTest.class, "broken");

    assertThatThrownBy(() -> broken.apply(database)).isInstanceOf(IllegalStateException.class);

    List<String> names = database.read(s -> s.query("SELECT name FROM thing", r -> r.text(1)));
    List<Integer> versions =
        database.read(s -> s.query("SELECT version FROM schema_version", r -> r.small(1)));
    assertThat(names).containsExactly("one");
    assertThat(versions).containsExactly(1);
  }

  private void open(String kind) {
    database =
        Database.open(
            Location.of(
                kind.equals("sqlite")
                    ? "jdbc:sqlite:" + folder.resolve("a.db")
                    : Postgres.freshSchema()));
  }

  private long sizes() {
    return database.read(s -> s.query("SELECT SUM(size) FROM thing", row -> row.number(1))).get(0);
  }
}

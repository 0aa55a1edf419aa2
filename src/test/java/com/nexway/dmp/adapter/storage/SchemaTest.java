package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are made once, and those of another version or another program are left alone. */
final class SchemaTest {
  private static final Schema TABLES =
      Schema.of(
          """
          -- things
          CREATE TABLE thing (id {id}, name TEXT NOT NULL, bytes {bytes});
          INSERT INTO thing (id, name) VALUES (1, 'one');
          """);

  @TempDir Path folder;
  private Database database;

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void an_empty_database_gets_the_tables_once(String kind) {
    open(kind);

    TABLES.apply(database);
    TABLES.apply(database);

    assertThat(things()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void comments_and_blanks_make_no_other_tables(String kind) {
    open(kind);
    TABLES.apply(database);

    Schema.of(
            """
            -- what is counted
            CREATE TABLE thing   (id {id}, name TEXT NOT NULL, bytes {bytes});

            INSERT INTO thing (id, name) VALUES (1, 'one');
            """)
        .apply(database);

    assertThat(things()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void tables_of_another_version_are_refused_with_what_to_do(String kind) {
    open(kind);
    Schema.of("CREATE TABLE thing (id {id}, title TEXT);").apply(database);

    refused("made by another version of the adapter", "let that version send what still waits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void tables_of_a_version_that_numbered_them_are_refused_too(String kind) {
    open(kind);
    database.write(s -> s.update("CREATE TABLE schema_version (version BIGINT PRIMARY KEY)"));

    refused("made by another version of the adapter", "let that version send what still waits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void tables_of_another_program_are_refused_and_left_alone(String kind) {
    open(kind);
    database.write(s -> s.update("CREATE TABLE wp_posts (id BIGINT PRIMARY KEY)"));

    refused("holds tables that are not the adapter's", "outbox.url");
    database.write(
        session -> {
          assertThat(database.hasTable(session, "thing")).isFalse();
          return 0;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_statement_that_fails_leaves_nothing_behind(String kind) {
    open(kind);
    Schema broken = Schema.of("CREATE TABLE thing (id {id});\nCREATE TABEL other (id {id});\n");

    assertThatThrownBy(() -> broken.apply(database)).isInstanceOf(IllegalStateException.class);

    database.write(
        session -> {
          assertThat(database.isEmpty(session)).isTrue();
          return 0;
        });
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> TABLES.apply(database))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining(database.location().toString())
        .hasMessageContainingAll(words);
  }

  private void open(String kind) {
    database =
        Database.open(
            Location.of(
                kind.equals("sqlite")
                    ? "jdbc:sqlite:" + folder.resolve("a.db")
                    : Postgres.freshSchema()));
  }

  private long things() {
    return database.read(s -> s.query("SELECT COUNT(*) FROM thing", row -> row.number())).get(0);
  }
}

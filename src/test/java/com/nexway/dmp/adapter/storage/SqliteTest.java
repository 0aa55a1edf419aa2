package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that keeps what it acknowledges, and says so when it cannot. */
final class SqliteTest {
  private static final String FILL = "INSERT INTO thing (name) VALUES (hex(randomblob(2000)))";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("data/outbox.db");
  }

  @Test
  void a_new_file_is_readable_by_its_owner_alone() throws IOException {
    try (Database database = open()) {
      make(database);
      assertThat(mode(file)).isEqualTo("rw-------");
      assertThat(mode(file.resolveSibling("outbox.db-wal"))).isEqualTo("rw-------");
      assertThat(mode(file.getParent())).isEqualTo("rwx------");
    }
  }

  @Test
  void every_commit_is_forced_to_the_disk_and_what_is_deleted_overwritten() {
    try (Database database = open()) {
      for (List<String> pragma :
          List.of(
              List.of("journal_mode", "wal"),
              List.of("synchronous", "2"),
              List.of("secure_delete", "1"),
              List.of("auto_vacuum", "2"))) {
        List<String> answer =
            database.write(s -> s.query("PRAGMA " + pragma.get(0), r -> r.text()));
        assertThat(answer).containsExactly(pragma.get(1));
      }
    }
  }

  @Test
  void what_throws_is_undone() {
    try (Database database = open()) {
      make(database);

      assertThatThrownBy(
              () ->
                  database.write(
                      session -> {
                        session.update(FILL);
                        throw new IllegalArgumentException("a fault of ours");
                      }))
          .hasMessage("a fault of ours");

      assertThat(rows(database)).isZero();
    }
  }

  @Test
  void its_settings_are_not_to_be_chosen() {
    assertThatThrownBy(() -> Database.open(Location.of("jdbc:sqlite:a.db?synchronous=OFF")))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("jdbc:sqlite:FILE");
    assertThatThrownBy(() -> Database.open(Location.of("jdbc:h2:mem:a")))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("jdbc:postgresql://HOST/NAME");
  }

  @Test
  void a_lock_of_another_program_is_waited_for_and_then_told() throws Exception {
    try (Database database = open();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      make(database);
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> database.write(s -> s.update(FILL)))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("locked by another program");

      assertThat(rows(database)).isZero();
      statement.execute("COMMIT");
      assertThat(database.<Integer>write(s -> s.update(FILL))).isEqualTo(1);
    }
  }

  @Test
  void a_full_disk_stores_nothing_and_is_left_behind_when_there_is_room_again() {
    try (Database database = open()) {
      make(database);
      database.write(s -> s.query("PRAGMA max_page_count = 30", r -> 0));

      assertThatThrownBy(() -> database.write(s -> fill(s, 200)))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("the disk is full");

      assertThat(rows(database)).isZero();
      assertThat(database.<Integer>write(s -> fill(s, 200))).isEqualTo(200);
    }
  }

  @Test
  void a_copy_made_while_it_is_written_to_is_a_database_of_its_own() throws IOException {
    Path copy = folder.resolve("backup.db");
    try (Database database = open()) {
      make(database);
      database.write(s -> fill(s, 50));

      database.upkeep(0).backup(copy);
      database.write(s -> fill(s, 50));

      assertThatThrownBy(() -> database.upkeep(0).backup(copy))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("is there already");
    }
    assertThat(mode(copy)).isEqualTo("rw-------");
    try (Database restored = Database.open(Location.of("jdbc:sqlite:" + copy))) {
      assertThat(rows(restored)).isEqualTo(50);
      assertThat(restored.upkeep(0).damage(() -> true)).isEmpty();
    }
  }

  @Test
  void freed_space_goes_back_to_the_disk_in_steps() throws IOException {
    try (Database database = open()) {
      make(database);
      database.write(s -> fill(s, 2_000));
      database.shrink(true);
      long before = Files.size(file);
      database.write(s -> s.update("DELETE FROM thing"));

      database.shrink(true);
      long after = Files.size(file);

      assertThat(before - after).isGreaterThan(512 * 4096 - 1);
    }
  }

  private Database open() {
    return Database.open(new Location("jdbc:sqlite:" + file, null, null, Duration.ofMillis(300)));
  }

  private static int make(Database database) {
    return database.write(
        s -> s.update("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"));
  }

  private static int fill(Session session, int rows) {
    for (int i = 0; i < rows; i++) {
      session.update(FILL);
    }
    return rows;
  }

  private static long rows(Database database) {
    return database.read(s -> s.query("SELECT COUNT(*) FROM thing", r -> r.number())).get(0);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

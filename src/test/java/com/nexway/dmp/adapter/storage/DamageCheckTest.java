package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.Damage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of SQLite that is not whole is not used, and one that breaks while used is told of. */
final class DamageCheckTest {
  private static final String FILL = "INSERT INTO thing (name) VALUES (hex(randomblob(400)))";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("data/outbox.db");
  }

  @Test
  void no_file_that_is_not_a_database_is_opened() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "order;email\n1;a@x.com\n".repeat(200));

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("outbox.db is damaged")
        .hasMessageContaining("the last backup");
  }

  @Test
  void a_damaged_file_is_refused_with_what_to_do() throws IOException {
    fill();
    Damage.to(file);

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("outbox.db is damaged")
        .hasMessageContaining("the last backup")
        .hasMessageContaining(".recover");
  }

  @Test
  void damage_that_comes_while_it_is_used_is_found_and_writing_goes_on_meanwhile()
      throws IOException {
    fill();
    try (Database database = open()) {
      AtomicInteger written = new AtomicInteger();

      Optional<String> before =
          database
              .upkeep(0)
              .damage(
                  () -> {
                    written.addAndGet(database.write(s -> s.update(FILL)));
                    return true;
                  });
      assertThat(before).isEmpty();
      assertThat(written).hasPositiveValue();

      Damage.to(file);
      assertThat(database.upkeep(0).damage(() -> true).orElse(""))
          .contains("outbox.db is damaged")
          .contains(".recover")
          .doesNotContain("***");
    }
  }

  @Test
  void a_check_stops_when_it_is_told_to() {
    fill();
    try (Database database = open()) {
      AtomicInteger asked = new AtomicInteger();

      assertThat(database.upkeep(0).damage(() -> asked.incrementAndGet() < 2)).isEmpty();

      assertThat(asked).hasValueBetween(2, 10);
    }
  }

  @Test
  void a_file_that_was_cut_off_is_refused() throws IOException {
    fill();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }

    assertThatThrownBy(this::open).isInstanceOf(StorageRefused.class);
  }

  private Database open() {
    return Database.open(Location.of("jdbc:sqlite:" + file));
  }

  private void fill() {
    try (Database database = open()) {
      database.write(s -> s.update("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)"));
      database.write(
          s -> {
            for (int row = 0; row < 10_000; row++) {
              s.update(FILL);
            }
            return 0;
          });
    }
  }
}

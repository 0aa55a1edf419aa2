package com.nexway.dmp.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.ChildJava;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's library needs a folder to be unpacked to. */
final class NativeLibraryTest {
  @TempDir Path folder;

  @Test
  void without_a_temporary_folder_it_is_unpacked_beside_the_database() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    Path file = folder.resolve("data/outbox.db");

    Process process =
        new ProcessBuilder(
                ChildJava.command(
                    List.of("-Djava.io.tmpdir=" + nowhere), Opening.class, file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("opened with " + file.resolveSibling(".native"));
  }

  /** A process that opens a database. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] args) {
      try (Database database = Database.open(Location.of("jdbc:sqlite:" + args[0]))) {
        database.write(session -> session.update("CREATE TABLE thing (id INTEGER PRIMARY KEY)"));
        System.out.println("opened with " + System.getProperty("org.sqlite.tmpdir"));
      }
    }
  }
}

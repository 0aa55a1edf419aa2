package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outbox that an earlier version left behind, versions/N.sql, is opened and goes on: one event
 * of it is delivered, one waits, one is to be tried again, one died; one record was refused.
 */
final class EarlierVersionTest {
  @TempDir Path folder;

  static IntStream versions() {
    return IntStream.rangeClosed(1, DurableOutbox.MIGRATIONS.newest());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void what_it_had_accepted_is_delivered_and_what_it_knew_is_known(int version) throws Exception {
    SettableClock clock = new SettableClock();
    try (DurableOutbox outbox = DurableOutbox.open(restored(version), OnOutbox.SETTINGS, clock)) {
      outbox.lease().keep();

      List<Entry> waiting = outbox.claim(10);
      clock.tick(Duration.ofMinutes(1));
      outbox.lease().keep();
      List<Entry> retry = outbox.claim(10);

      assertThat(waiting).extracting(Entry::key).containsExactly("order:2");
      assertThat(retry).extracting(Entry::key).containsExactly("order:3");
      assertThat(retry).extracting(Entry::tries).containsExactly(2);
      assertThat(outbox.unfiled(10)).hasSize(2);
      assertThat(outbox.checkpoint("shop", "file").orElseThrow().position()).isEqualTo("row 5");
      assertThat(outbox.accept(Shop.live().order("order:1", "ann@x.com", "sent").batch()))
          .isEqualTo(new Accepted(0, 1, 0, 0, 0, 0));
      assertThat(outbox.accept(Shop.live().order("order:9", "ann@x.com", "new").batch()).queued())
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void its_tables_become_those_of_a_new_outbox(int version) throws Exception {
    Location fresh = Location.of("jdbc:sqlite:" + folder.resolve("fresh.db"));

    assertThat(tables(restored(version))).isEqualTo(tables(fresh));
  }

  private static List<String> tables(Location place) {
    try (DurableOutbox outbox = DurableOutbox.open(place, OnOutbox.SETTINGS, new SettableClock())) {
      return outbox
          .database()
          .read(
              s ->
                  s.query(
                      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
                      row -> row.text(1).replaceAll("\\s+", " ").replace(" )", ")").strip()));
    }
  }

  private Location restored(int version) throws IOException, SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("version-" + version + ".db");
    try (InputStream in = getClass().getResourceAsStream("versions/" + version + ".sql");
        Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA auto_vacuum = INCREMENTAL");
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return Location.of(url);
  }
}

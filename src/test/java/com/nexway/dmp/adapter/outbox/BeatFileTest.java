package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside a file of SQLite the beat is a file that the disk need not take at once. */
final class BeatFileTest {
  private static final Duration RENEWAL = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Outbox sender;
  private Outbox standby;

  @BeforeEach
  void open() {
    sender = open(1);
    standby = open(2);
    sender.lease().keep();
  }

  @AfterEach
  void close() {
    sender.close();
    standby.close();
  }

  @Test
  void a_lease_that_is_kept_writes_nothing_into_the_outbox() throws IOException {
    byte[] log = Files.readAllBytes(file("-wal"));
    byte[] database = Files.readAllBytes(file(""));

    keepFor(20);

    assertThat(Files.readAllBytes(file("-wal"))).isEqualTo(log);
    assertThat(Files.readAllBytes(file(""))).isEqualTo(database);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(".beat"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_beat_that_somebody_deletes_comes_again() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.delete(file(".beat"));
      keepFor(1);
    }
  }

  @Test
  void a_beat_that_cannot_be_written_is_kept_in_the_outbox() throws IOException {
    Files.delete(file(".beat"));
    Files.createDirectory(file(".beat"));

    keepFor(20);
    assertTheStandbyTakesOver();
  }

  @Test
  void a_beat_of_an_earlier_life_says_nothing() throws IOException {
    sender.close();
    String old = Files.readString(file(".beat"));
    sender = open(3);
    standby.lease().keep();
    assertThat(sender.lease().keep().here()).isFalse();

    clock.tick(Duration.ofSeconds(6));

    assertThat(sender.lease().keep().here()).isTrue();
    assertThat(Files.readString(file(".beat"))).isNotEqualTo(old);
    assertThat(standby.lease().keep().here()).isFalse();
  }

  private void keepFor(int renewals) {
    for (int i = 0; i < renewals; i++) {
      clock.tick(RENEWAL);
      assertThat(sender.lease().keep().here()).isTrue();
      assertThat(standby.lease().keep().here()).isFalse();
    }
  }

  private void assertTheStandbyTakesOver() {
    clock.tick(Duration.ofSeconds(6));
    assertThat(sender.lease().held()).isFalse();
    assertThat(standby.lease().keep().here()).isTrue();
    assertThat(sender.lease().keep().here()).isFalse();
  }

  private Outbox open(long pid) {
    return Outbox.open(
        Location.of("jdbc:sqlite:" + file("")),
        OnOutbox.SETTINGS,
        clock,
        clock::nanos,
        new Holder("here", pid, pid, ""));
  }

  private Path file(String ending) {
    return folder.resolve("outbox.db" + ending);
  }
}

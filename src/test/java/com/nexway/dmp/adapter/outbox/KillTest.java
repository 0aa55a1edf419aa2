package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.ChildJava;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.testing.SmallDisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives a kill and a power cut, whole batches with their checkpoint. */
final class KillTest {
  private static final int ROUNDS = 3;

  @Test
  void every_acknowledged_batch_outlives_a_kill(@TempDir Path folder) throws Exception {
    Location file = Location.of("jdbc:sqlite:" + folder.resolve("outbox.db"));
    int next = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      int acknowledged = intakeKilledAfter(file, next, 5 * round);

      assertThatItsPlaceIsFree(file);
      next = stored(file) + 1;

      assertThat(next - 1).isBetween(acknowledged, acknowledged + 1);
    }
  }

  @Test
  @Tag("system")
  void every_acknowledged_batch_outlives_a_power_cut() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(200, ",commit=300")) {
      Location file = Location.of("jdbc:sqlite:" + disk.folder().resolve("outbox.db"));
      int acknowledged = -1;
      for (int round = 0; round < 10; round++) {
        try (Outbox outbox = Outbox.open(file, OnOutbox.SETTINGS, new SettableClock())) {
          for (int i = 0; i < 40; i++) {
            outbox.accept(Batches.of(++acknowledged));
          }
          disk.cutPower();
        }
        disk.mountAgain();
        assertThat(stored(file)).isEqualTo(acknowledged);
      }
    }
  }

  private static void assertThatItsPlaceIsFree(Location file) {
    try (Outbox outbox = Outbox.open(file, OnOutbox.SETTINGS, new SettableClock())) {
      assertThat(outbox.lease().keep().here()).isTrue();
      outbox.lease().release();
    }
  }

  /** The number of the last acknowledged batch. */
  private static int intakeKilledAfter(Location file, int from, int batches) throws IOException {
    Process intake =
        new ProcessBuilder(
                ChildJava.command(
                    List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                    KilledIntake.class,
                    file.url(),
                    Integer.toString(from)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = from - 1;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(intake.getInputStream(), StandardCharsets.UTF_8))) {
      String line = said.readLine();
      while (line != null) {
        if (line.startsWith(KilledIntake.SAID)) {
          last = Integer.parseInt(line.substring(KilledIntake.SAID.length()));
        }
        if (last - from + 1 == batches) {
          intake.toHandle().destroyForcibly();
        }
        line = said.readLine();
      }
    } finally {
      intake.destroyForcibly();
    }
    assertThat(last).isGreaterThanOrEqualTo(from + batches - 1);
    return last;
  }

  /** The number of the last stored batch, after a look at whether it and all before are whole. */
  private static int stored(Location file) {
    try (Outbox outbox = Outbox.open(file, OnOutbox.SETTINGS, new SettableClock())) {
      int last =
          outbox
              .checkpoint("shop", "file")
              .map(Checkpoint::position)
              .map(Integer::parseInt)
              .orElse(-1);
      outbox.upkeep().check();
      assertThat(outbox.upkeep().trouble()).isEmpty();
      assertThat(outbox.counts())
          .filteredOn(count -> count.what() == Counted.WAITING)
          .extracting(Count::number)
          .containsExactly((last + 1L) * Batches.SIZE);
      long rows =
          outbox
              .database()
              .read(
                  s ->
                      s.query(
                          "SELECT COUNT(*) FROM entry JOIN body ON body.entry = entry.id",
                          r -> r.number()))
              .get(0);
      assertThat(rows).isEqualTo((last + 1L) * Batches.SIZE);
      return last;
    }
  }
}

package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.testing.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills: nothing is lost, delivery goes on, and all recovers by itself. */
@Tag("system")
final class FullDiskTest {
  private static final RetentionSettings AT_ONCE =
      new RetentionSettings(
          Duration.ofSeconds(1),
          Duration.ofDays(1),
          Duration.ofDays(900),
          Duration.ofDays(1),
          10_000);

  private final SettableClock clock = new SettableClock();
  private int batches;

  @Test
  void intake_stops_before_the_disk_is_full_and_delivery_goes_on_when_it_is(@TempDir Path scratch)
      throws Exception {
    // SQLite's library is unpacked beside the first outbox, and keeps a disk that it lies on busy.
    Location first = Location.of("jdbc:sqlite:" + scratch.resolve("outbox.db"));
    Outbox.open(first, OnOutbox.SETTINGS, clock).close();
    try (SmallDisk disk = SmallDisk.mount(20, "")) {
      Location file = Location.of("jdbc:sqlite:" + disk.folder().resolve("outbox.db"));
      // The lease lasts by the test's clock: a slow machine must not end it.
      Holder self = Holder.ofThisProcess();
      try (Outbox outbox = Outbox.open(file, OnOutbox.SETTINGS, clock, clock::nanos, self)) {
        outbox.lease().keep();
        acceptUntilRefused(outbox);
        assertThat(batches).isGreaterThan(5);
        assertThat(outbox.upkeep().trouble().orElse("")).contains("almost full");

        Path ballast = disk.fill("ballast", 20);
        Set<String> delivered = deliver(outbox);

        assertThat(delivered).hasSize(batches * Batches.SIZE);
        Files.delete(ballast);
        clock.tick(Duration.ofSeconds(5));
        outbox.lease().keep();
        for (int step = 0; step < 50; step++) {
          outbox.retain(AT_ONCE);
        }
        assertThat(outbox.upkeep().trouble()).isEmpty();
        assertThat(outbox.accept(Batches.of(batches)).queued()).isEqualTo(Batches.SIZE);
        outbox.upkeep().check();
        assertThat(outbox.upkeep().trouble()).isEmpty();
      }
    }
  }

  private void acceptUntilRefused(Outbox outbox) {
    assertThatThrownBy(
            () -> {
              while (true) {
                outbox.accept(Batches.of(batches));
                batches++;
              }
            })
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("almost full")
        .hasMessageContaining("Free some space");
  }

  private static Set<String> deliver(Outbox outbox) {
    Set<String> delivered = new HashSet<>();
    for (List<Entry> next = outbox.claim(new Wanted.Next(50, 50, false));
        !next.isEmpty();
        next = outbox.claim(new Wanted.Next(50, 50, false))) {
      List<Settlement> settlements =
          next.stream().<Settlement>map(e -> new Settlement.Delivered(e, false)).toList();
      outbox.settle(settlements);
      next.forEach(entry -> delivered.add(entry.key()));
    }
    return delivered;
  }
}

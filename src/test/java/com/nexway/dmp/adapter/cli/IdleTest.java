package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.TestHome;
import com.nexway.dmp.adapter.testing.Wakeups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that has nothing to do does nothing; on a machine that is quiet itself. */
@Tag("soak")
final class IdleTest {
  /** Until Java has compiled what runs again and again. */
  private static final Duration WARM = Duration.ofMinutes(3);

  private static final Duration WATCHED = Duration.ofSeconds(60);

  /** By all threads that the adapter or its libraries start. */
  private static final double WAKES_PER_SECOND = 5;

  /** Of one core. */
  private static final double SHARE = 0.003;

  @TempDir Path home;

  @Test
  void it_forces_nothing_to_the_disk_wakes_seldom_and_takes_no_processor() throws Exception {
    try (Sandbox dmp = Sandbox.start();
        BusyShop shop = BusyShop.in(TestHome.in(home), "shop", 5).atItsLeisure();
        AdapterProcess adapter = AdapterProcess.run(home, dmp, shop.settings())) {
      adapter.awaitOutput("Ready.");
      shop.drop(5);
      await().until(() -> dmp.stats().taken() == 5);
      pass(WARM);

      Map<String, Integer> stored = stored();
      Wakeups before = Wakeups.of(adapter.pid());
      Duration cpu = adapter.cpu();
      pass(WATCHED);
      Duration used = adapter.cpu().minus(cpu);
      Map<String, Long> woken = Wakeups.of(adapter.pid()).since(before);

      // Each commit changes them, and nothing else that the adapter forces to the disk.
      assertThat(stored()).isEqualTo(stored);
      assertThat(woken.values().stream().mapToLong(Long::longValue).sum())
          .as("woken: " + woken)
          .isLessThanOrEqualTo((long) (WAKES_PER_SECOND * WATCHED.toSeconds()));
      assertThat(used.toMillis()).isLessThanOrEqualTo((long) (SHARE * WATCHED.toMillis()));
    }
  }

  private Map<String, Integer> stored() throws IOException {
    Map<String, Integer> stored = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("data"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*outbox\\.db(-wal)?")).toList()) {
        stored.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return stored;
  }

  private static void pass(Duration time) {
    await().pollDelay(time).atMost(time.multipliedBy(2)).until(() -> true);
  }
}

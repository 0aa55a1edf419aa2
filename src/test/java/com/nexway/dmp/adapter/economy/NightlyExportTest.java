package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.DmpProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that exports all of its customers each night sends only those that have changed. */
final class NightlyExportTest {
  private static final int EVERY = 100;

  @TempDir Path home;

  private record Nights(Duration first, Duration second, long requests, long megabytes) {}

  @Test
  void of_ten_thousand_customers_the_hundred_that_changed_are_sent() throws IOException {
    assertThat(nights(10_000).requests).isEqualTo(100);
  }

  @Test
  @Tag("soak")
  void of_a_million_customers_the_ten_thousand_that_changed_are_sent() throws IOException {
    int rows = 1_000_000;

    Nights nights = nights(rows);

    Figures.of("nightly-export")
        .put("rows", rows)
        .put("requests-second-night", nights.requests)
        .put("intake-first-night", nights.first.toMillis() / 1e3, "s")
        .put("intake-first-night-rate", rows * 1e3 / nights.first.toMillis(), "rows/s")
        .put("intake-second-night", nights.second.toMillis() / 1e3, "s")
        .put("intake-second-night-rate", rows * 1e3 / nights.second.toMillis(), "rows/s")
        .put("peak-memory", nights.megabytes, "MB")
        .write();
    assertThat(nights.requests).isEqualTo(10_000);
  }

  private Nights nights(int rows) throws IOException {
    TestHome.in(home);
    Customers customers = Customers.in(home, "live");
    try (DmpProcess dmp = DmpProcess.withoutRules();
        AdapterProcess adapter =
            AdapterProcess.start(home, dmp.settings("unlimited"), "run").awaitOutput("Ready.")) {
      customers.drop(rows);
      Duration first = customers.awaitRead();
      awaitTaken(dmp, rows);

      customers.drop(rows, EVERY);
      Duration second = customers.awaitRead();
      awaitTaken(dmp, rows + rows / EVERY);

      long megabytes = adapter.peakMemory();
      adapter.stop();
      return new Nights(first, second, dmp.requests() - rows, megabytes);
    }
  }

  private static void awaitTaken(DmpProcess dmp, int number) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60 + number / 1_000))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> dmp.taken() >= number);
  }
}

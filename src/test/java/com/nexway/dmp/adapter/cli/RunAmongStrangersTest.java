package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.Strangers;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run} with the README's memory while strangers do what they can at the port of the
 * webhooks: files, the database and the shop's own webhooks go on, and nothing is lost.
 */
final class RunAmongStrangersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST_LOG = 100 * 1024;
  private static final int MOST_MEMORY = 400;

  @TempDir Path home;

  @Test
  void a_short_attack_stops_nothing() throws IOException {
    attacked(60, 1_500, Duration.ofSeconds(3));
  }

  @Test
  @Tag("soak")
  void four_hundred_half_bodies_ten_thousand_half_heads_and_minutes_of_garbage_stop_nothing()
      throws IOException {
    attacked(400, 10_000, Duration.ofMinutes(5));
  }

  @Test
  void bodies_of_many_small_parts_do_not_end_the_process() throws IOException {
    TestHome.in(home);
    TestHome.addWebhook(home, "open", "webhook-orders", "none");
    try (Sandbox dmp = Sandbox.start();
        AdapterProcess adapter = AdapterProcess.run(home, dmp, "SHOP_SECRET", "swordfish")) {
      adapter.awaitOutput("Ready.");
      try (Strangers strangers = new Strangers(adapter.webhook("open").orElseThrow())) {
        assertThat(strangers.bodiesOf("{},", 12)).containsOnly(400);
        assertThat(strangers.bodiesOf("{\"a\":1},", 12)).containsOnly(400);
        assertThat(strangers.bodiesOf("1,", 12)).containsOnly(400);
      }

      assertThat(adapter.health().statusCode()).isEqualTo(200);
      assertThat(adapter.peakMemory()).isLessThanOrEqualTo(MOST_MEMORY);
    }
  }

  private void attacked(int halfBodies, int halfHeads, Duration garbage) throws IOException {
    TestHome.in(home);
    try (Sandbox dmp = Sandbox.start();
        BusyShop shop = BusyShop.in(home, "shop", 50).withDatabase();
        AdapterProcess adapter =
            AdapterProcess.run(home, dmp, shop.settings("DMP_PER_SECOND", "unlimited"))) {
      shop.postTo(() -> adapter.webhook("posts"));
      adapter.awaitOutput("Ready.");
      int quiet = adapter.output().length();
      try (Strangers strangers = new Strangers(adapter.webhook("posts").orElseThrow())) {
        strangers.halfBodies(halfBodies);
        sellAndArrive(shop, dmp, adapter);
        strangers.halfHeads(halfHeads);
        sellAndArrive(shop, dmp, adapter);
        strangers.garbage(garbage, () -> shop.drop(1).insert(1).post(1));
        sellAndArrive(shop, dmp, adapter);
      }

      assertThat(shop.wrongAt(dmp)).isEmpty();
      assertThat(adapter.output().length() - quiet - intakeLines(adapter)).isLessThan(MOST_LOG);
      assertThat(adapter.peakMemory()).isLessThanOrEqualTo(MOST_MEMORY);
      assertThat(folders())
          .isSubsetOf("config", "data", "dead-letters", "drop", "mappings", "routes");
      assertThat(home.resolve("dead-letters/posts")).doesNotExist();
      assertThat(adapter.stop()).isZero();
    }
  }

  /** Health is asked while events are on their way, and stays true. */
  private static void sellAndArrive(BusyShop shop, Sandbox dmp, AdapterProcess adapter) {
    shop.drop(20).insert(20).post(20);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(adapter.health().statusCode()).isEqualTo(200);
              assertThat(shop.unanswered()).isZero();
              assertThat(dmp.stats().taken()).isEqualTo(shop.sales());
            });
  }

  /** One line a batch is what the log is for; it is not the strangers' doing. */
  private static int intakeLines(AdapterProcess adapter) {
    return adapter
        .output()
        .lines()
        .filter(line -> line.matches(".*(files|table|posts): .*queued.*"))
        .mapToInt(line -> line.length() + 1)
        .sum();
  }

  private Set<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
    }
  }
}

package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.Seed;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any moment while files, a database and webhooks are read and sent: the DMP gets each
 * event once, those of one customer in their order.
 */
final class RunKillTest {
  /** The shop sells on as long as no more than this is on its way. */
  private static final int BACKLOG = 300;

  @TempDir Path home;

  @Test
  void killed_three_times_it_loses_and_doubles_nothing_of_three_sources() {
    Seed.roll(dice -> killed(dice, 3, 1, 3_000));
  }

  @Test
  @Tag("soak")
  void killed_fifty_times_it_loses_and_doubles_nothing_of_three_sources() {
    Seed.roll(dice -> killed(dice, 50, 10, 20_000));
  }

  private void killed(Random dice, int kills, int withLostAnswers, int sales) throws IOException {
    Set<Integer> lossy =
        dice.ints(0, kills).distinct().limit(withLostAnswers).boxed().collect(Collectors.toSet());
    List<Integer> moments = dice.ints(kills, 0, sales).sorted().boxed().toList();
    TestHome.in(home);
    try (Sandbox dmp = Sandbox.start();
        BusyShop shop = BusyShop.in(home, "shop", 200).withDatabase()) {
      for (int kill = 0; kill < kills; kill++) {
        dmp.faults().set(lossy.contains(kill) ? List.of(Misbehaviour.lost().every(10)) : List.of());
        try (AdapterProcess adapter = run(dmp, shop)) {
          sellUntilTaken(moments.get(kill), sales, shop, dmp);
          adapter.kill();
        }
      }
      dmp.faults().clear();
      try (AdapterProcess adapter = run(dmp, shop)) {
        sellUntilTaken(sales, sales, shop, dmp);
        await().until(() -> shop.unanswered() == 0 && dmp.stats().taken() >= shop.sales());
        assertThat(adapter.stop()).isZero();
      }

      assertThat(shop.wrongAt(dmp)).isEmpty();
      assertThat(dmp.stats().perStatus().keySet()).isSubsetOf(204, 429);
      assertThat(home.resolve("dead-letters/files")).doesNotExist();
      assertThat(home.resolve("dead-letters/table")).doesNotExist();
      assertThat(home.resolve("dead-letters/posts")).doesNotExist();
    }
  }

  private AdapterProcess run(Sandbox dmp, BusyShop shop) {
    String[] settings = shop.settings("DMP_PER_SECOND", "unlimited");
    AdapterProcess adapter = AdapterProcess.run(home, dmp, settings);
    shop.postTo(() -> adapter.webhook("posts"));
    return adapter;
  }

  private static void sellUntilTaken(int enough, int sales, BusyShop shop, Sandbox dmp) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              if (shop.sales() < sales && shop.sales() - dmp.stats().taken() < BACKLOG) {
                int each = Math.min(20, (sales - shop.sales() + 2) / 3);
                shop.drop(each).insert(each).post(each);
              }
              return dmp.stats().taken() >= enough;
            });
  }
}

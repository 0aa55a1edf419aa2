package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.SmallDisk;
import com.nexway.dmp.adapter.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One process on a disk that fills: nothing is lost, and it recovers by itself. */
@Tag("system")
final class RunOnFullDiskTest {
  private static final int DISK = 20;
  private static final int TAKEN_AWAY = 10;
  private static final int FILE = 14_000;
  private static final int POSTS = 30;
  private static final Pattern QUEUED = Pattern.compile("(?:files|posts): (\\d+) queued");

  @Test
  void intake_waits_for_room_delivery_goes_on_and_each_event_arrives_once() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(DISK, "");
        Sandbox dmp = Sandbox.start();
        BusyShop shop = BusyShop.in(TestHome.in(disk.folder().resolve("home")), "shop", FILE);
        AdapterProcess adapter = run(disk.folder().resolve("home"), dmp, shop)) {
      Path ballast = disk.fill("ballast", TAKEN_AWAY);
      adapter.awaitOutput("Ready.");
      dmp.faults().set(Misbehaviour.answer(503));

      shop.drop(FILE);
      soon().until(() -> adapter.health().body().contains("almost full"));
      shop.post(POSTS);
      soon().until(() -> shop.answers().contains(503));
      assertThat(adapter.health().statusCode()).isEqualTo(503);
      assertThat(adapter.health().body())
          .contains("source files", "source posts", "Free some space");
      assertThat(queued(adapter)).isPositive().isLessThan(FILE);

      Path rest = disk.fill("rest", DISK);
      dmp.faults().clear();
      soon().until(() -> dmp.stats().taken() == queued(adapter));
      assertThat(shop.unanswered()).isEqualTo(POSTS);

      Files.delete(rest);
      Files.delete(ballast);
      soon().until(() -> dmp.stats().taken() == shop.sales() && shop.unanswered() == 0);
      soon().until(() -> adapter.health().statusCode() == 200);
      assertThat(adapter.stop()).isZero();
      assertThat(shop.wrongAt(dmp)).isEmpty();
    }
  }

  private static AdapterProcess run(Path home, Sandbox dmp, BusyShop shop) {
    AdapterProcess adapter =
        AdapterProcess.run(home, dmp, shop.settings("DMP_PER_SECOND", "unlimited"));
    shop.postTo(() -> adapter.webhook("posts"));
    return adapter;
  }

  private static long queued(AdapterProcess adapter) {
    return QUEUED
        .matcher(adapter.output())
        .results()
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .sum();
  }

  private static ConditionFactory soon() {
    return await().pollInterval(Duration.ofMillis(100));
  }
}

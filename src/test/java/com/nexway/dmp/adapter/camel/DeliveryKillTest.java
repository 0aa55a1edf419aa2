package com.nexway.dmp.adapter.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import com.nexway.dmp.adapter.testing.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery by a process that is killed: kill -9, in the middle. */
final class DeliveryKillTest {
  private static final int ORDERS = 60;

  @TempDir Path home;

  @Test
  void the_restart_delivers_the_rest_within_the_limit_and_the_dmp_drops_what_it_had()
      throws Exception {
    TestHome.in(home);
    try (RunningRoutes filling = RunningRoutes.start(home, Map.of(), "dead-letters")) {
      filling.outbox().accept(Orders.history(1, ORDERS));
    }
    try (Sandbox dmp = Sandbox.start()) {
      dmp.faults().set(Misbehaviour.slow(Duration.ofMillis(300)), Misbehaviour.lost().every(20));
      for (int kills = 1; kills <= 2; kills++) {
        try (AdapterProcess adapter = run(dmp)) {
          long until = kills * 15L;
          await().atMost(60, SECONDS).until(() -> dmp.stats().requests() >= until);
          adapter.kill();
        }
      }
      try (AdapterProcess adapter = run(dmp)) {
        // What was out at both ends is sent alone, a minute later.
        await().atMost(240, SECONDS).until(() -> dmp.stats().taken() == ORDERS);
        adapter.stop();
      }

      assertThat(dmp.stats().busiestSecond()).isLessThanOrEqualTo(10);
      assertThat(dmp.stats().perStatus().keySet()).isSubsetOf(204, 429);
    }
  }

  private AdapterProcess run(Sandbox dmp) {
    return AdapterProcess.run(home, dmp);
  }
}

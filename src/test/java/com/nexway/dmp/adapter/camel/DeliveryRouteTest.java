package com.nexway.dmp.adapter.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.sandbox.Fault;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivery route as it is shipped, against a stand-in for the DMP. */
final class DeliveryRouteTest {
  @TempDir Path home;
  private Sandbox dmp;
  private RunningRoutes adapter;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    settings.put("DMP_URL", dmp.uri().toString());
    settings.put("DMP_USERNAME", "sandbox");
    settings.put("DMP_PASSWORD", "sandbox");
    settings.put("DMP_PER_SECOND", "unlimited");
    settings.put("DMP_TIMEOUT", "2s");
    settings.put("RETRY_FIRST", "100ms");
    settings.put("RETRY_FACTOR", "1");
    settings.put("RETRY_AWAY_FIRST", "50ms");
    settings.put("RETRY_DOOR_PROBE", "300ms");
    settings.put("RETRY_DUPLICATE_CHECK", "200ms");
  }

  @AfterEach
  void stop() {
    if (adapter != null) {
      adapter.close();
    }
    dmp.close();
  }

  @Test
  void events_are_posted_as_json_with_credentials_and_settled() {
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));

    until("delivered", 3);
    assertThat(dmp.stats().requests()).isEqualTo(3);
    assertThat(dmp.stats().taken()).isEqualTo(3);
  }

  private void run() {
    adapter = RunningRoutes.start(home, settings, "delivery", "housekeeping");
  }

  private void until(String what, long number) {
    await()
        .atMost(20, SECONDS)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> assertThat(adapter.count(Orders.SOURCE, what)).as(what).isEqualTo(number));
  }
}

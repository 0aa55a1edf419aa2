package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the numbers say of requests that the shipped delivery route made. */
final class MetricsRouteTest {
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
    settings.put("DMP_PER_SECOND", "20");
    settings.put("DMP_TIMEOUT", "2s");
  }

  @AfterEach
  void stop() {
    adapter.close();
    dmp.close();
  }

  @Test
  void requests_are_counted_by_their_answer() {
    dmp.faults().set(Misbehaviour.answer(503).times(1));
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));

    await().until(() -> adapter.count("orders", "delivered") == 3);

    assertThat(number("dmp_requests_total{answer=\"204\"}")).isEqualTo(3);
    assertThat(number("dmp_requests_total{answer=\"503\"}")).isEqualTo(1);
    assertThat(number("dmp_requests_total{answer=\"none\"}")).isZero();
    assertThat(number("dmp_request_seconds_count")).isEqualTo(4);
    assertThat(number("dmp_request_seconds_bucket{le=\"30.0\"}")).isEqualTo(4);
    assertThat(number("dmp_requests_in_flight")).isZero();
  }

  @Test
  void a_request_without_an_answer_is_in_flight_and_then_counted_as_none() {
    dmp.faults().set(Misbehaviour.hang());
    run();
    adapter.outbox().accept(Orders.live("1"));

    await().until(() -> number("dmp_requests_in_flight") == 1);
    await().until(() -> number("dmp_requests_total{answer=\"none\"}") == 1);
  }

  @Test
  void a_status_that_nobody_has_heard_of_is_counted_with_its_class() {
    dmp.faults().set(Misbehaviour.answer(418).times(1));
    run();
    adapter.outbox().accept(Orders.live("1"));

    await().until(() -> number("dmp_requests_total{answer=\"4xx\"}") == 1);
  }

  @Test
  void the_limits_and_the_age_of_what_waits_longest_are_shown() {
    dmp.faults().set(Misbehaviour.answer(401));
    run();

    assertThat(number("dmp_requests_limit{per=\"second\"}")).isEqualTo(20);
    assertThat(number("dmp_requests_limit{per=\"in_flight\"}")).isEqualTo(64);
    assertThat(number("dmp_adapter_oldest_waiting_seconds")).isZero();

    adapter.outbox().accept(Orders.live("1", "2"));

    await().until(() -> number("dmp_adapter_oldest_waiting_seconds") > 0.5);
  }

  private void run() {
    adapter = RunningRoutes.start(home, settings, "delivery", "housekeeping");
    await().until(() -> adapter.outbox().lease().held());
  }

  private double number(String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(adapter.scrape());
    assertThat(line.find()).as(name + " in\n" + adapter.scrape()).isTrue();
    return Double.parseDouble(line.group(1));
  }
}

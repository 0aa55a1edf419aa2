package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.DmpProcess;
import com.nexway.dmp.adapter.testing.DmpProcess.Arrival;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Today's orders do not wait behind history. */
final class LiveOrderTest {
  private static final Pattern WEBHOOKS = Pattern.compile("Ready[.].*Webhooks on port (\\d+)");

  @TempDir Path home;
  private final HttpClient shop = HttpClient.newHttpClient();

  /**
   * What became of the live orders.
   *
   * @param overtaken for each, the requests of history that arrived between its acceptance and its
   *     own request
   * @param waits for each, how long it was from its acceptance to its request, in milliseconds
   */
  private record Result(List<Long> overtaken, List<Double> waits) {}

  @Test
  void a_live_order_goes_before_ten_thousand_of_history() throws Exception {
    Result result = ordersDuring(10_000, 20);

    // One may be on its way already, and one in ten is history's own.
    assertThat(result.overtaken).hasSize(20).allMatch(number -> number <= 3);
  }

  @Test
  @Tag("soak")
  void a_live_order_waits_300_ms_at_the_median_during_a_hundred_thousand_of_history()
      throws Exception {
    Result result = ordersDuring(100_000, 240);

    List<Double> waits = result.waits.stream().sorted().toList();
    Figures.of("live-order")
        .put("orders", waits.size())
        .put("wait-median", percentile(waits, 50), "ms")
        .put("wait-p99", percentile(waits, 99), "ms")
        .put("wait-max", percentile(waits, 100), "ms")
        .put("most-history-before-one", result.overtaken.stream().max(Long::compare).orElseThrow())
        .write();

    assertThat(result.overtaken).hasSize(240).allMatch(number -> number <= 3);
  }

  private Result ordersDuring(int history, int orders) throws Exception {
    TestHome.in(home);
    TestHome.write(
        home,
        "routes/sources/web-orders.yaml",
        """
        - templatedRoute:
            routeTemplateRef: webhook
            routeId: web-orders
            parameters:
              - { name: mapping, value: webhook-orders }
              - { name: signature, value: none }
        """);
    Customers customers = Customers.in(home, "backfill");
    customers.drop(history);
    try (DmpProcess dmp = DmpProcess.start();
        AdapterProcess adapter =
            AdapterProcess.start(home, dmp.settings("10"), "run").awaitOutput("Ready.")) {
      customers.awaitRead();
      List<Long> accepted = post(orders, webhook(adapter));
      Awaitility.await("all live orders are sent")
          .atMost(Duration.ofMinutes(1))
          .until(() -> liveArrivals(dmp.arrivals()).size() == orders);
      return result(accepted, dmp.arrivals());
    }
  }

  /** Posts orders at random moments, two a second; when each was answered. */
  private List<Long> post(int orders, URI webhook) throws IOException, InterruptedException {
    Random moments = new Random(1);
    List<Long> accepted = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      Awaitility.await().pollDelay(Duration.ofMillis(moments.nextInt(1_000))).until(() -> true);
      HttpRequest request =
          HttpRequest.newBuilder(webhook)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(order(i)))
              .build();
      assertThat(shop.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      accepted.add(System.nanoTime());
    }
    return accepted;
  }

  private static String order(int number) {
    return """
        {"id": %1$d, "number": "W-%1$d", "status": "paid", "currency": "EUR",
         "customer": {"email": "live%1$d@example.com"},
         "lines": [{"sku": "PS-12", "name": "Photo Studio 12", "qty": 1}]}
        """
        .formatted(number);
  }

  private static URI webhook(AdapterProcess adapter) {
    Matcher ready = WEBHOOKS.matcher(adapter.output());
    assertThat(ready.find()).isTrue();
    return URI.create("http://127.0.0.1:" + ready.group(1) + "/webhooks/web-orders");
  }

  private static Result result(List<Long> accepted, List<Arrival> arrivals) {
    Map<String, Long> live = liveArrivals(arrivals);
    List<Long> history =
        arrivals.stream().filter(a -> orderOf(a).isEmpty()).map(Arrival::nanos).toList();
    List<Long> arrived =
        IntStream.range(0, accepted.size()).mapToObj(i -> live.get("W-" + i)).toList();
    return new Result(
        IntStream.range(0, accepted.size())
            .mapToObj(i -> between(history, accepted.get(i), arrived.get(i)))
            .toList(),
        IntStream.range(0, accepted.size())
            .mapToObj(i -> Math.max(0, (arrived.get(i) - accepted.get(i)) / 1e6))
            .toList());
  }

  private static long between(List<Long> times, long from, long to) {
    return times.stream().filter(at -> at > from && at < to).count();
  }

  private static Map<String, Long> liveArrivals(List<Arrival> arrivals) {
    Map<String, Long> live = new HashMap<>();
    arrivals.stream()
        .filter(arrival -> !orderOf(arrival).isEmpty())
        .forEach(arrival -> live.put(orderOf(arrival), arrival.nanos()));
    return live;
  }

  private static String orderOf(Arrival arrival) {
    return arrival.event().path("order").path("id").asText();
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }
}

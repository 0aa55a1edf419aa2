package com.nexway.dmp.adapter.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.delivery.Waits;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import com.nexway.dmp.adapter.testing.TestHome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Poison beside good orders, and outages, on the routes as they are shipped, with real waits. */
final class BlameRouteTest extends AgainstSandbox {
  /** Orders of these customers are what the DMP fails at: 9001, 9002 … */
  private static final Misbehaviour POISON = Misbehaviour.answer(500).containing("c9");

  @Test
  void a_live_order_is_the_next_request_where_only_poison_waits() {
    dmp.faults().set(POISON);
    run();
    adapter.outbox().accept(Orders.live("9001", "9002"));
    await().atMost(60, SECONDS).until(() -> mode() == Mode.UNTOLD);

    for (int order = 1; order <= 4; order++) {
      long before = dmp.stats().requests();
      adapter.outbox().accept(Orders.live(Integer.toString(order)));
      long delivered = order;
      await().atMost(60, SECONDS).until(() -> delivered() == delivered);
      assertThat(request("c" + order + "@").number() - before).isLessThanOrEqualTo(4);
    }
    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
  }

  @Test
  void where_the_duplicate_check_answers_and_nothing_is_taken_no_event_is_blamed() {
    run();
    adapter.outbox().accept(Orders.live("1"));
    await().atMost(60, SECONDS).until(() -> delivered() == 1);
    dmp.faults().set(POISON);
    adapter.outbox().accept(orders(9_001, 25));
    await().atMost(60, SECONDS).until(() -> mode() == Mode.AWAY);
    await().atMost(60, SECONDS).until(() -> dmp.stats().status(429) > 0);

    dmp.faults().clear();
    await().atMost(180, SECONDS).until(() -> delivered() == 26);

    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
    assertThat(mode()).isEqualTo(Mode.FLOWING);
  }

  @Test
  @Tag("soak")
  void two_poison_events_of_a_quiet_shop_let_eight_orders_pass_within_two_seconds() {
    dmp.faults().set(POISON);
    run();
    adapter.outbox().accept(Orders.live("9001", "9002"));
    await().atMost(60, SECONDS).until(() -> dmp.stats().status(500) >= 4);

    for (int order = 1; order <= 8; order++) {
      String number = Integer.toString(order);
      long accepted = System.nanoTime();
      adapter.outbox().accept(Orders.live(number));
      long delivered = order;
      await().atMost(60, SECONDS).until(() -> delivered() == delivered);
      assertThat(Duration.ofNanos(request("c" + number + "@").arrivedNanos() - accepted))
          .isLessThan(Duration.ofSeconds(2));
      rest(Duration.ofSeconds(3L * order));
    }
  }

  @Test
  @Tag("soak")
  void five_good_orders_pass_twenty_poison_customers_within_a_minute() {
    dmp.faults().set(POISON);
    run();
    long accepted = System.nanoTime();
    adapter.outbox().accept(orders(9_001, 20));
    adapter.outbox().accept(orders(1, 5));

    await().atMost(120, SECONDS).until(() -> delivered() == 5);

    assertThat(Duration.ofNanos(System.nanoTime() - accepted)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  @Tag("soak")
  void good_orders_keep_their_share_beside_poison() {
    assertThat(goodPerSecond(2)).isGreaterThanOrEqualTo(40);
    assertThat(goodPerSecond(10)).isGreaterThanOrEqualTo(80);
  }

  private double goodPerSecond(int everyIsPoison) {
    settings.put("DMP_PER_SECOND", "100");
    dmp.faults().set(POISON);
    run();
    long before = delivered();
    List<String> numbers =
        IntStream.range(0, 2_000)
            .mapToObj(i -> (i % everyIsPoison == 0 ? "9" : "1") + everyIsPoison + "0" + i)
            .toList();
    long good = numbers.stream().filter(number -> number.startsWith("1")).count();
    long begun = System.nanoTime();
    for (int i = 0; i < numbers.size(); i += 500) {
      adapter.outbox().accept(Orders.live(numbers.subList(i, i + 500).toArray(String[]::new)));
    }
    await().atMost(200, SECONDS).until(() -> delivered() - before == good);
    double seconds = (System.nanoTime() - begun) / 1e9;
    adapter.close();
    return good / seconds;
  }

  @Test
  @Tag("soak")
  void a_dmp_that_hangs_and_a_process_that_is_killed_25_times_make_no_letter() {
    TestHome.in(home);
    run();
    adapter.stop();
    adapter.outbox().accept(orders(1, 200));
    adapter.close();
    dmp.faults().set(Misbehaviour.hang());
    for (int kill = 0; kill < 25; kill++) {
      try (AdapterProcess process = AdapterProcess.run(home, dmp)) {
        process.awaitOutput("This process sends");
        rest(Duration.ofSeconds(4));
        process.kill();
      }
    }
    dmp.faults().clear();
    run();
    await().atMost(600, SECONDS).until(() -> dmp.stats().taken() == 200);
    await().atMost(60, SECONDS).until(() -> adapter.count(Orders.SOURCE, "waiting") == 0);

    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
  }

  private static void rest(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
  }

  private static Drafts orders(int first, int count) {
    return Orders.live(
        IntStream.range(first, first + count).mapToObj(Integer::toString).toArray(String[]::new));
  }

  private Received request(String customer) {
    return dmp.received().stream()
        .filter(request -> request.email().startsWith(customer))
        .findFirst()
        .orElseThrow();
  }

  private long delivered() {
    return adapter.count(Orders.SOURCE, "delivered");
  }

  private void run() {
    adapter = RunningRoutes.start(home, settings, Waits.STANDARD, "delivery", "housekeeping");
  }
}

package com.nexway.dmp.adapter.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The delivery route as it is shipped, against a stand-in for the DMP. */
final class DeliveryRouteTest extends AgainstSandbox {
  @BeforeEach
  void set() {
    settings.put("DMP_PER_SECOND", "unlimited");
    settings.put("DMP_TIMEOUT", "2s");
  }

  @Test
  void events_are_posted_as_json_with_credentials_and_settled() {
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));

    until("delivered", 3);
    assertThat(dmp.stats().requests()).isEqualTo(3);
    assertThat(dmp.stats().taken()).isEqualTo(3);
  }

  @Test
  void a_503_is_not_repeated_behind_our_back() {
    dmp.faults().set(Misbehaviour.answer(503).retryAfter("1").times(1));
    run();
    long begun = System.nanoTime();
    adapter.outbox().accept(Orders.live("1"));

    until("delivered", 1);

    assertThat(dmp.stats().requests()).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void a_429_with_retry_after_makes_the_destination_wait_and_then_send_again() {
    dmp.faults().set(Misbehaviour.answer(429).retryAfter("1").times(1));
    run();
    adapter.outbox().accept(Orders.live("1"));

    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.SLOWED));
    adapter.outbox().accept(Orders.live("2"));
    until("delivered", 2);

    assertThat(dmp.stats().requests()).isEqualTo(3);
    assertThat(dmp.received().get(1).arrivedNanos() - dmp.received().get(0).arrivedNanos())
        .isGreaterThan(SECONDS.toNanos(1));
  }

  @Test
  void a_429_at_the_first_attempt_is_asked_once_more_and_then_taken_for_a_duplicate() {
    dmp.faults().set(Misbehaviour.answer(429).times(2));
    run();
    adapter.outbox().accept(Orders.live("1"));

    until("duplicate", 1);

    assertThat(dmp.stats().requests()).isEqualTo(2);
    assertThat(mode()).isEqualTo(Mode.FLOWING);
  }

  @Test
  void a_429_of_a_limiter_that_does_not_say_so_loses_nothing() {
    dmp.faults().set(Misbehaviour.answer(429).times(1));
    run();
    adapter.outbox().accept(Orders.live("1"));

    until("delivered", 1);

    assertThat(dmp.stats().taken()).isEqualTo(1);
  }

  @Test
  void after_a_lost_answer_the_same_bytes_are_sent_again_and_429_says_delivered() {
    dmp.faults().set(Misbehaviour.lost().times(1));
    run();
    adapter.outbox().accept(Orders.live("1"));

    until("duplicate", 1);

    assertThat(dmp.stats().taken()).isEqualTo(1);
    assertThat(dmp.stats().status(429)).isEqualTo(1);
    assertThat(dmp.received().get(0).body()).isEqualTo(dmp.received().get(1).body());
  }

  @Test
  void a_poisonous_event_runs_out_of_attempts_while_the_others_pass() {
    dmp.faults().set(Misbehaviour.answer(500).containing("c7@"));
    run();
    adapter.outbox().accept(Orders.history(1, 20));
    until("delivered", 19);
    for (int i = 100; adapter.count(Orders.SOURCE, "dead") == 0 && i < 400; i++) {
      adapter.outbox().accept(Orders.live(Integer.toString(i)));
      until("waiting", 0);
    }

    assertThat(adapter.count(Orders.SOURCE, "dead")).isEqualTo(1);
    assertThat(adapter.outbox().letters().unfiled(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.key()).isEqualTo("order:7");
              assertThat(letter.why()).contains("500").contains("8 times");
            });
  }

  @Test
  void an_outage_leaves_no_dead_letter_and_few_requests_and_ends_by_itself() {
    settings.put("DMP_IN_FLIGHT", "4");
    dmp.faults().set(Misbehaviour.answer(500));
    run();
    adapter.outbox().accept(Orders.history(1, 200));
    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.AWAY));
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(dmp.stats().requests()).isGreaterThan(26));
    // Twenty that fail, twenty that had just arrived, and a probe or two.
    assertThat(dmp.stats().requests()).isLessThan(60);

    dmp.faults().clear();
    until("delivered", 200);

    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
    assertThat(mode()).isEqualTo(Mode.FLOWING);
  }

  @Test
  void a_dmp_that_is_not_there_is_waited_for() {
    dmp.close();
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));

    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.UNTOLD));

    assertThat(adapter.destination().why()).contains("no connection");
    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
  }

  @Test
  void wrong_credentials_stop_delivery_until_they_are_mended() {
    dmp.faults().set(Misbehaviour.answer(401));
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));
    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.STOPPED));
    long asked = dmp.stats().requests();
    assertThat(adapter.destination().why()).contains("dmp.password");

    dmp.faults().clear();
    until("delivered", 3);

    assertThat(asked).isLessThanOrEqualTo(3);
    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
  }

  @Test
  void a_refused_event_is_a_dead_letter_with_the_answer_and_the_next_one_goes_on() {
    dmp.faults().set(Misbehaviour.answer(400).containing("c1@"));
    run();
    adapter.outbox().accept(Orders.live("1", "2"));

    until("delivered", 1);
    until("dead", 1);

    assertThat(dmp.stats().requests()).isEqualTo(2);
    assertThat(adapter.outbox().letters().unfiled(10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.answer()).isNotNull());
  }

  @Test
  void an_event_that_hangs_holds_up_nobody() {
    settings.put("DMP_TIMEOUT", "1m");
    dmp.faults().set(Misbehaviour.hang().containing("c1@"));
    run();
    adapter.outbox().accept(Orders.live("1"));
    await().untilAsserted(() -> assertThat(dmp.stats().requests()).isEqualTo(1));
    adapter.outbox().accept(Orders.history(2, 200));

    until("delivered", 200);

    assertThat(adapter.count(Orders.SOURCE, "waiting")).isEqualTo(1);
    dmp.close();
  }

  @Test
  void fifty_refused_customers_in_a_row_pause_their_source() {
    settings.put("DMP_IN_FLIGHT", "1");
    settings.put("DMP_PER_SECOND", "40");
    dmp.faults().set(Misbehaviour.answer(422));
    run();
    adapter.outbox().accept(Orders.history(1, 100));

    await().until(() -> adapter.count(Orders.SOURCE, "dead") >= 50);
    // Those that were claimed before the pause still end.
    await()
        .during(Duration.ofMillis(500))
        .atMost(5, SECONDS)
        .until(() -> dmp.stats().requests() < 60);
    dmp.faults().clear();
    adapter.outbox().resume(Orders.SOURCE);

    until("waiting", 0);
    assertThat(adapter.count(Orders.SOURCE, "delivered")).isGreaterThan(40);
  }

  @Test
  void a_stop_waits_for_what_is_in_flight() {
    dmp.faults().set(Misbehaviour.slow(Duration.ofMillis(800)));
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3"));
    await().untilAsserted(() -> assertThat(dmp.stats().requests()).isEqualTo(3));

    adapter.stop();

    assertThat(adapter.count(Orders.SOURCE, "delivered")).isEqualTo(3);
    assertThat(adapter.outbox().lease().held()).isFalse();
  }

  @Test
  void no_sliding_second_holds_more_requests_than_the_limit_across_a_restart() {
    settings.put("DMP_PER_SECOND", "10");
    run();
    adapter.outbox().accept(Orders.history(1, 100));
    await().atMost(20, SECONDS).until(() -> dmp.stats().requests() >= 25);
    adapter.close();
    run();
    await().atMost(20, SECONDS).until(() -> dmp.stats().requests() >= 45);

    assertThat(dmp.stats().busiestSecond()).isLessThanOrEqualTo(10);
    assertThat(dmp.stats().duplicates()).isZero();
  }

  @Test
  void a_live_order_waits_for_a_slot_or_two_behind_a_long_back_fill() {
    settings.put("DMP_PER_SECOND", "10");
    run();
    adapter.outbox().accept(Orders.history(1, 300));
    await().atMost(20, SECONDS).until(() -> dmp.stats().requests() >= 12);

    adapter.outbox().accept(Orders.live("5000"));
    long accepted = dmp.stats().requests();

    await().atMost(20, SECONDS).until(() -> numberOf("c5000@example.com") > 0);
    assertThat(numberOf("c5000@example.com") - accepted).isLessThanOrEqualTo(3);
  }

  @Test
  void a_dmp_that_takes_its_time_still_gets_as_many_requests() {
    settings.put("DMP_PER_SECOND", "10");
    settings.put("DMP_TIMEOUT", "30s");
    dmp.faults().set(Misbehaviour.slow(Duration.ofSeconds(6)));
    run();
    adapter.outbox().accept(Orders.history(1, 30));

    await().atMost(20, SECONDS).until(() -> dmp.stats().requests() >= 25);

    assertThat(adapter.count(Orders.SOURCE, "delivered")).isZero();
    dmp.close();
  }

  @Test
  void what_the_dmp_answered_is_stored_when_the_outbox_can_be_written_again() throws Exception {
    dmp.faults().set(Misbehaviour.slow(Duration.ofMillis(300)));
    run();
    adapter.outbox().accept(Orders.live("1"));
    await().untilAsserted(() -> assertThat(dmp.stats().requests()).isEqualTo(1));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + adapter.database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      await().atMost(20, SECONDS).until(() -> adapter.delivery().outboxTrouble().isPresent());
      statement.execute("ROLLBACK");
    }

    until("delivered", 1);

    assertThat(dmp.stats().requests()).isEqualTo(1);
    await().atMost(20, SECONDS).until(() -> adapter.delivery().outboxTrouble().isEmpty());
  }

  private long numberOf(String email) {
    return dmp.received().stream()
        .filter(request -> request.email().equals(email))
        .mapToLong(Received::number)
        .findFirst()
        .orElse(0);
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

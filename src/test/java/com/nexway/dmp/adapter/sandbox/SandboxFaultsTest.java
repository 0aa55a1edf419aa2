package com.nexway.dmp.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which the sandbox misbehaves, seen from outside. */
final class SandboxFaultsTest {
  private Sandbox sandbox;
  private Shop shop;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start();
    shop = new Shop(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void it_answers_503_with_retry_after_and_takes_nothing() {
    sandbox.faults().set(Misbehaviour.answer(503).retryAfter("2").times(1));
    String body = Shop.event("a@b.com").toString();

    HttpResponse<String> first = shop.post(body);

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("2");
    assertThat(shop.post(body).statusCode()).isEqualTo(204);
  }

  @Test
  void it_answers_500_for_the_bodies_that_hold_a_text() {
    sandbox.faults().set(Misbehaviour.answer(500).containing("\"poison@shop.example\""));

    assertThat(shop.post(Shop.event("poison@shop.example")).statusCode()).isEqualTo(500);
    assertThat(shop.post(Shop.event("jane@shop.example")).statusCode()).isEqualTo(204);
    assertThat(shop.post(Shop.event("poison@shop.example")).statusCode()).isEqualTo(500);
  }

  @Test
  void it_fails_every_nth_request_and_only_so_often() {
    sandbox.faults().set(Misbehaviour.answer(500).every(3).times(2));
    List<Integer> answers = new ArrayList<>();

    for (int i = 0; i < 10; i++) {
      answers.add(shop.post(Shop.event("a" + i + "@b.com")).statusCode());
    }

    assertThat(answers).containsExactly(204, 204, 500, 204, 204, 500, 204, 204, 204, 204);
  }

  @Test
  void a_lost_answer_leaves_the_event_taken() {
    sandbox.faults().set(Misbehaviour.lost().times(1));
    String body = Shop.event("a@b.com").toString();

    assertThatThrownBy(() -> trying(body)).isInstanceOf(IOException.class);

    assertThat(shop.post(body).statusCode()).isEqualTo(429);
    assertThat(sandbox.stats())
        .returns(1L, Stats::taken)
        .returns(1L, Stats::lost)
        .returns(0L, stats -> stats.status(204));
  }

  @Test
  void a_cut_connection_leaves_the_event_untaken() {
    sandbox.faults().set(Misbehaviour.cut().times(1));
    String body = Shop.event("a@b.com").toString();

    assertThatThrownBy(() -> trying(body)).isInstanceOf(IOException.class);

    assertThat(shop.post(body).statusCode()).isEqualTo(204);
    assertThat(sandbox.stats().unanswered()).isEqualTo(1);
  }

  @Test
  void it_hangs_without_an_answer_and_takes_nothing() {
    sandbox.faults().set(Misbehaviour.hang().containing("slow@"));
    String body = Shop.event("slow@b.com").toString();

    assertThatThrownBy(
            () ->
                shop.trying(
                    shop.request()
                        .timeout(Duration.ofMillis(300))
                        .POST(BodyPublishers.ofString(body))
                        .build()))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(shop.post(Shop.event("quick@b.com")).statusCode()).isEqualTo(204);
    sandbox.faults().clear();
    assertThat(shop.post(body).statusCode()).isEqualTo(204);
  }

  @Test
  void it_is_slow_and_right() {
    sandbox.faults().set(Misbehaviour.slow(Duration.ofMillis(200)));
    long before = System.nanoTime();

    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(204);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(millis(200));
  }

  @Test
  void it_is_slow_and_then_wrong() {
    sandbox.faults().set(Misbehaviour.slow(millis(100)), Misbehaviour.answer(503));

    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 404, 413, 429, 501, 502})
  void it_answers_with_any_status_that_it_is_told(int status) {
    sandbox.faults().set(Misbehaviour.answer(status));

    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(status);
    assertThat(sandbox.stats().taken()).isZero();
  }

  @Test
  void another_status_of_success_takes_the_event() {
    sandbox.faults().set(Misbehaviour.answer(202));

    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(202);
    assertThat(shop.post(Shop.event("nobody")).statusCode()).isEqualTo(400);
    assertThat(sandbox.stats().taken()).isEqualTo(1);
  }

  @Test
  void the_door_to_a_401_opens_again() {
    sandbox.faults().set(Misbehaviour.answer(401));
    HttpResponse<String> closed = shop.post(Shop.event("a@b.com"));

    sandbox.faults().clear();

    assertThat(closed.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(204);
  }

  @Test
  void faults_are_set_listed_and_ended_over_http() {
    String faults = "503 retry-after=2 every=50\nlost containing=jane@ times=3\n\nslow=1ms\n";

    HttpResponse<String> set =
        shop.send(shop.at("/_faults").POST(BodyPublishers.ofString(faults)).build());

    assertThat(set.body().lines())
        .containsExactly("503 retry-after=2 every=50", "lost containing=jane@ times=3", "slow=1ms");
    assertThat(sandbox.faults().list()).hasSize(3);
    shop.send(shop.at("/_faults").DELETE().build());
    assertThat(sandbox.faults().list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crash", "99", "700", "503 every=0", "lost every=x", "slow=fast", "hang often=1"})
  void a_fault_that_is_not_understood_is_told_and_changes_nothing(String text) {
    sandbox.faults().set(Misbehaviour.cut().containing("never"));

    HttpResponse<String> answer =
        shop.send(shop.at("/_faults").POST(BodyPublishers.ofString(text)).build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).hasSizeGreaterThan(20);
    assertThat(sandbox.faults().list()).hasSize(1);
  }

  @Test
  void counts_and_events_are_told_over_http() throws IOException {
    shop.post(Shop.event("a@b.com"));
    shop.post(Shop.event("c@d.com"));

    String stats = shop.send(shop.at("/_stats").GET().build()).body();
    String events = shop.send(shop.at("/_events?after=1").GET().build()).body();

    assertThat(Shop.JSON.readTree(stats).at("/perStatus/204").asInt()).isEqualTo(2);
    assertThat(events.lines()).hasSize(1);
    assertThat(Shop.JSON.readTree(events).at("/event/user/email").asText()).isEqualTo("c@d.com");
    assertThat(Shop.JSON.readTree(events).at("/sha256").asText()).hasSize(64);
    shop.send(shop.at("/_reset").POST(BodyPublishers.noBody()).build());
    assertThat(sandbox.stats().requests()).isZero();
  }

  private HttpResponse<String> trying(String body) throws IOException {
    return shop.trying(shop.request().POST(BodyPublishers.ofString(body)).build());
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}

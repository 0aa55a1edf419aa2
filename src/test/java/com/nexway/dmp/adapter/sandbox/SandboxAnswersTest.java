package com.nexway.dmp.adapter.sandbox;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox answers, and what it counts. */
final class SandboxAnswersTest {
  private static final int MOST_BYTES = 2_000;

  private Sandbox sandbox;
  private Shop shop;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withMostBytes(MOST_BYTES));
    shop = new Shop(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void the_same_bytes_a_second_time_are_answered_429() {
    String body = Shop.event("jane@shop.example").toString();

    assertThat(shop.post(body).statusCode()).isEqualTo(204);
    HttpResponse<String> second = shop.post(body);

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).isEmpty();
    assertThat(shop.post(body + " ").statusCode()).isEqualTo(204);
    assertThat(sandbox.stats().duplicates()).isEqualTo(1);
  }

  @Test
  void a_body_that_was_refused_has_not_been_seen() {
    String body = Shop.event("nobody").toString();

    assertThat(shop.post(body).statusCode()).isEqualTo(400);
    assertThat(shop.post(body).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic wrong", "Bearer x", "Basic c2FuZGJveDpzYW5kYm94eA==", "Basic "})
  void wrong_credentials_are_answered_401_with_a_challenge(String authorization) {
    HttpResponse<String> answer =
        shop.send(
            shop.at("/event")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Shop.event("a@b.com").toString()))
                .build());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .get()
        .asString()
        .startsWith("Basic");
    assertThat(sandbox.stats().taken()).isZero();
  }

  @Test
  void credentials_of_its_own_are_asked_for() throws IOException {
    try (Sandbox other =
        Sandbox.start(SandboxOptions.defaults().withCredentials("größe", "pä:ss"))) {
      HttpRequest request =
          HttpRequest.newBuilder(other.uri())
              .header("Authorization", Shop.basic("größe", "pä:ss"))
              .header("Content-Type", "application/json; charset=UTF-8")
              .POST(BodyPublishers.ofString(Shop.event("a@b.com").toString()))
              .build();

      assertThat(shop.send(request).statusCode()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/events", "/event/", "/_nothing"})
  void another_path_is_answered_404(String path) {
    assertThat(shop.send(shop.at(path).GET().build()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void another_method_is_answered_405(String method) {
    HttpResponse<String> answer =
        shop.send(shop.at("/event").method(method, BodyPublishers.noBody()).build());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=x"})
  void another_type_is_answered_415(String type) {
    HttpRequest request =
        shop.at("/event")
            .header("Authorization", Shop.BASIC)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(Shop.event("a@b.com").toString()))
            .build();

    assertThat(shop.send(request).statusCode()).isEqualTo(415);
  }

  @Test
  void a_body_of_the_largest_size_is_taken_and_one_byte_more_is_answered_413() {
    String event = Shop.event("a@b.com").toString();
    String largest = event + " ".repeat(MOST_BYTES - event.length());

    assertThat(shop.post(largest).statusCode()).isEqualTo(204);
    assertThat(shop.post(largest + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_of_unknown_length_is_cut_at_the_largest_size() {
    byte[] large = " ".repeat(MOST_BYTES * 50).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        shop.request()
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();

    assertThat(shop.send(request).statusCode()).isEqualTo(413);
    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(204);
  }

  @Test
  void without_rules_any_body_is_taken_once() throws IOException {
    try (Sandbox lenient = Sandbox.start(SandboxOptions.defaults().withRules(false))) {
      Shop other = new Shop(lenient);

      assertThat(other.post("anything").statusCode()).isEqualTo(204);
      assertThat(other.post("anything").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void it_counts_by_status_and_by_action_and_remembers_what_it_got() {
    shop.post(Shop.event("a@b.com"));
    shop.post(Shop.event("a@b.com"));
    shop.post(Shop.event("nobody"));
    shop.post(Shop.event("c@d.com"));

    Stats stats = sandbox.stats();
    assertThat(stats.requests()).isEqualTo(4);
    assertThat(stats.taken()).isEqualTo(2);
    assertThat(stats.perStatus()).containsOnly(entry(204, 2L), entry(429, 1L), entry(400, 1L));
    assertThat(stats.perAction()).containsOnly(entry("send data", 2L));
    assertThat(sandbox.received())
        .extracting(Received::email)
        .containsExactly("a@b.com", "a@b.com", "nobody", "c@d.com");
    assertThat(stats.lastArrivalNanos()).isGreaterThan(stats.firstArrivalNanos());
  }

  @Test
  void a_reset_forgets_counts_requests_and_bodies() {
    shop.post(Shop.event("a@b.com"));

    sandbox.reset();

    assertThat(sandbox.stats().requests()).isZero();
    assertThat(sandbox.received()).isEmpty();
    assertThat(shop.post(Shop.event("a@b.com")).statusCode()).isEqualTo(204);
  }

  @Test
  void the_oldest_requests_are_forgotten_when_their_memory_is_used_up() throws IOException {
    try (Sandbox small = Sandbox.start(SandboxOptions.defaults().withRememberedBytes(1_000))) {
      Shop other = new Shop(small);
      for (int i = 0; i < 20; i++) {
        other.post(Shop.event("a" + i + "@b.com"));
      }

      assertThat(small.received()).hasSizeBetween(2, 6).last().satisfies(SandboxAnswersTest::is19);
      assertThat(small.stats().taken()).isEqualTo(20);
      assertThat(other.post(Shop.event("a0@b.com")).statusCode()).isEqualTo(429);
    }
  }

  private static void is19(Received last) {
    assertThat(last.email()).isEqualTo("a19@b.com");
  }
}

package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.sandbox.Fault;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor reads over HTTP of the whole adapter, running on the shipped routes. */
final class HealthRouteTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private Sandbox dmp;
  private Path home;
  private RunningAdapter adapter;

  @BeforeEach
  void open() throws IOException {
    dmp = Sandbox.start();
    home = TestHome.in(folder);
    settings.put("DMP_URL", dmp.uri().toString());
  }

  @AfterEach
  void close() {
    if (adapter != null) {
      adapter.close();
    }
    dmp.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready"})
  void a_new_adapter_is_up_and_says_so_of_each_part(String path) throws Exception {
    run();
    await().atMost(PATIENCE).until(() -> words("delivery").equals("events are sent"));

    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(json(answer).path("status").asText()).isEqualTo("UP");
    assertThat(json(answer).path("words").asText()).isEqualTo("Everything works.");
    assertThat(answer.body()).contains("\"outbox\"", "\"delivery\"");
  }

  @Test
  void a_dmp_that_is_away_is_watched_since_when_and_leaves_ready_at_200() throws Exception {
    dmp.faults().set(Fault.answer(503));
    run();
    adapter.outbox().accept(Orders.live("1", "2", "3", "4", "5", "6"));

    await().atMost(PATIENCE).until(() -> status("delivery").equals("WATCH"));

    assertThat(words("delivery")).contains("wait since 20", "none is lost");
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(json(get("/health")).path("status").asText()).isEqualTo("WATCH");
  }

  @Test
  void a_wrong_password_of_the_dmp_is_down_and_the_process_lives() throws Exception {
    settings.put("DMP_PASSWORD", "wrong-and-secret");
    run();
    adapter.outbox().accept(Orders.live("1"));

    await().atMost(PATIENCE).until(() -> status("delivery").equals("DOWN"));

    HttpResponse<String> answer = get("/health");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("wrong-and-secret");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void a_paused_source_is_watched_with_what_to_do() throws Exception {
    run();
    adapter.outbox().pause("orders", "fifty customers in a row were refused");

    assertThat(status("source orders")).isEqualTo("WATCH");
    assertThat(words("source orders"))
        .contains("paused since 20", "fifty customers", "resume orders");
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void a_source_that_is_not_started_is_watched_and_the_others_run() throws Exception {
    TestHome.write(
        home,
        "routes/sources/broken.yaml",
        "- templatedRoute:\n    routeTemplateRef: csv\n    routeId: broken\n");
    run();

    assertThat(status("source broken")).isEqualTo("WATCH");
    assertThat(words("source broken")).contains("not started", "broken.yaml");
  }

  @Test
  void there_is_a_number_for_each_word() throws Exception {
    run();
    await().atMost(PATIENCE).until(() -> words("delivery").equals("events are sent"));
    adapter.outbox().pause("orders", "fifty customers in a row were refused");

    assertThat(get("/metrics").body())
        .contains("dmp_adapter_parts{status=\"up\"} 2.0")
        .contains("dmp_adapter_parts{status=\"watch\"} 1.0")
        .contains("dmp_adapter_parts{status=\"down\"} 0.0");
  }

  private void run() {
    adapter = StartedAdapter.in(home, settings);
  }

  private String status(String part) throws Exception {
    return check(part).path("status").asText();
  }

  private String words(String part) throws Exception {
    return check(part).path("words").asText();
  }

  private JsonNode check(String part) throws Exception {
    for (JsonNode check : json(get("/health")).path("checks")) {
      if (check.path("part").asText().equals(part)) {
        return check;
      }
    }
    return JsonMapper.builder().build().createObjectNode();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + adapter.operationsPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}

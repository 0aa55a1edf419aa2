package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox reads the document apart from this stage: what validation lets through is taken
 * there, and what it refuses is refused.
 */
class TwoReadingsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8));
  private static @Nullable Sandbox sandbox;

  private final Validator validator = new Validator();

  @BeforeContainer
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withPort(0).withCredentials("u", "p"));
  }

  @AfterContainer
  static void stop() {
    sandbox.close();
  }

  @Property(tries = 500)
  void both_take_the_same_events(@ForAll("events") ObjectNode event) throws Exception {
    boolean ours = validator.violations(event).stream().noneMatch(Problem::isError);

    HttpResponse<String> answer = post(body(event));

    assertThat(answer.statusCode()).as(answer.body()).isIn(204, 400, 429);
    assertThat(answer.statusCode() != 400).as(answer.body()).isEqualTo(ours);
  }

  @Provide
  Arbitrary<ObjectNode> events() {
    return Faulty.events();
  }

  private static byte[] body(ObjectNode json) {
    Event event = Event.complete("k", "c", null, json);
    return event.body(event.acquired() == null ? 0 : event.acquired());
  }

  private static HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.uri())
            .header("Authorization", AUTHORIZATION)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}

package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
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

    HttpResponse<String> answer = post(ours ? body(event) : refused(event));

    assertThat(answer.statusCode()).as(answer.body()).isIn(204, 400, 429);
    assertThat(answer.statusCode() != 400).as(answer.body()).isEqualTo(ours);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void both_take_the_same_values_at_every_place(
      @ForAll("paths") String path, @ForAll("values") JsonNode value) throws Exception {
    both_take_the_same_events(Samples.with(Samples.full(), Samples.pointer(path), value));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(EventDocument.document().paths());
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return AnyJson.leaves();
  }

  @Provide
  Arbitrary<ObjectNode> events() {
    return Faulty.eventsWithCorners();
  }

  private static byte[] body(ObjectNode json) {
    Event event = Event.of("k", "c", null, json);
    return event.body(event.acquired() == null ? 0 : event.acquired());
  }

  /** What is refused has no bytes of its own: its text, with every letter outside ASCII escaped. */
  private static byte[] refused(ObjectNode json) {
    StringBuilder ascii = new StringBuilder();
    for (char c : Event.of("k", "c", null, json).text().toCharArray()) {
      ascii.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return ascii.toString().getBytes(StandardCharsets.US_ASCII);
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

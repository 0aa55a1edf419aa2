package com.nexway.dmp.adapter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.cli.Adapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stand-in for the DMP as a process of its own, before which other programs stand back: neither
 * a test nor a busy machine shall make a request seem to arrive late.
 */
public final class DmpProcess implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HERE = Path.of(".");
  private static final String GREETED = " run";
  private static final Pattern ADDRESS = Pattern.compile("DMP at (\\S+)/event");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AdapterProcess process;
  private final String address;

  /**
   * A request as it arrived.
   *
   * @param nanos when its head arrived, by the machine's monotonic clock, which {@link
   *     System#nanoTime} reads in every process
   * @param event its body
   */
  public record Arrival(long nanos, JsonNode event) {}

  private DmpProcess(AdapterProcess process) {
    this.process = process;
    Matcher greeting = ADDRESS.matcher(process.output());
    if (!greeting.find()) {
      throw new AssertionError(process.output());
    }
    address = greeting.group(1);
  }

  /** Starts it on a free port, keeping the document's rules. */
  public static DmpProcess start() {
    return new DmpProcess(
        AdapterProcess.urgent(HERE, Map.of(), "sandbox", "--port", "0").awaitOutput(GREETED));
  }

  /** Starts it so that it takes any body and costs as little as can be: for a million requests. */
  public static DmpProcess withoutRules() {
    return new DmpProcess(
        AdapterProcess.program(HERE, Adapter.class, "sandbox", "--port", "0", "--rules", "off")
            .awaitOutput(GREETED));
  }

  /** What an adapter must be told to send here, on free ports of its own. */
  public Map<String, String> settings(String perSecond) {
    return Map.of(
        "DMP_URL", address + "/event",
        "DMP_USERNAME", "sandbox",
        "DMP_PASSWORD", "sandbox",
        "DMP_PER_SECOND", perSecond,
        "WEBHOOKS_PORT", "0",
        "OPERATIONS_PORT", "0");
  }

  /** Answers each request only after this time. */
  public void slow(Duration latency) {
    ask(to("/_faults").POST(BodyPublishers.ofString("slow=" + latency.toMillis() + "ms")));
  }

  /** How many requests have arrived, whatever became of them. */
  public long requests() {
    return stats().path("requests").asLong();
  }

  /** How many events were taken, each once. */
  public long taken() {
    return stats().path("taken").asLong();
  }

  /** The most requests in any sliding second. */
  public int busiestSecond() {
    return stats().path("busiestSecond").asInt();
  }

  /** The requests that are remembered, the first one first. */
  public List<Arrival> arrivals() {
    return ask(to("/_events"))
        .lines()
        .map(DmpProcess::json)
        .map(line -> new Arrival(line.path("arrivedNanos").asLong(), line.path("event")))
        .toList();
  }

  private JsonNode stats() {
    return json(ask(to("/_stats")));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private String ask(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}

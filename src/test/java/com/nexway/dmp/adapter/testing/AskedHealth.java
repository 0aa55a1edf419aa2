package com.nexway.dmp.adapter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A monitor that asks a running adapter over HTTP. */
public final class AskedHealth {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 120;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  /**
   * @param port the operations port
   */
  public AskedHealth(int port) {
    this.port = port;
  }

  /** What a path of the port answers. */
  public HttpResponse<String> get(String path) {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    try {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What health says in all. */
  public JsonNode all() {
    try {
      return JSON.readTree(get("/health").body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The word for a part; empty where nothing is said about it. */
  public String status(String part) {
    return check(part).path("status").asText();
  }

  /** The sentence about a part; empty where nothing is said about it. */
  public String words(String part) {
    return check(part).path("words").asText();
  }

  /** Waits until a part fares so, and tells its sentence. */
  public String await(String part, String status) {
    Awaitility.await(part + " is " + status)
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> status(part).equals(status));
    return words(part);
  }

  private JsonNode check(String part) {
    for (JsonNode check : all().path("checks")) {
      if (check.path("part").asText().equals(part)) {
        return check;
      }
    }
    return JSON.createObjectNode();
  }
}

package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.testing.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Posts to a sandbox as a client from outside does. */
final class Shop {
  static final JsonMapper JSON = new JsonMapper();
  static final String BASIC = basic("sandbox", "sandbox");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Sandbox sandbox;

  Shop(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** A valid event whose body no other has. */
  static ObjectNode event(String email) {
    ObjectNode event = JSON.createObjectNode().put("action", "send data");
    event.putObject("user").put("email", email);
    return event;
  }

  HttpResponse<String> post(JsonNode event) {
    return post(event.toString());
  }

  HttpResponse<String> post(String body) {
    return send(request().POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> post(byte[] body) {
    return send(request().POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  HttpRequest.Builder request() {
    return HttpRequest.newBuilder(sandbox.uri())
        .timeout(Patience.LONG)
        .header("Authorization", BASIC)
        .header("Content-Type", "application/json");
  }

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.uri().resolve(path).toString()))
        .timeout(Patience.LONG);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return trying(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> trying(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

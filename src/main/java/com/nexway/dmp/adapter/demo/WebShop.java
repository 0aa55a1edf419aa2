package com.nexway.dmp.adapter.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A second shop, which sends a signed webhook whenever an order changes. */
final class WebShop {
  static final String SECRET = "the demo's webhook secret";
  private static final int TRIES = 20;

  private final URI address;
  private final List<String> webhooks = Shipped.lines("shop/webhooks.jsonl");
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  WebShop(URI address) {
    this.address = address;
  }

  /** The webhooks in the order in which they are sent: some twice, some late. */
  List<String> webhooks() {
    return webhooks;
  }

  /** Sends a webhook as a shop does: again while it is answered 503, and at last in vain. */
  void send(String body) throws IOException, InterruptedException {
    int status = 0;
    for (int i = 0; i < TRIES && (status == 0 || status == 503); i++) {
      status = post(body, SECRET);
      if (status == 503) {
        Thread.sleep(200);
      }
    }
    if (status / 100 != 2) {
      throw new IOException("a webhook was answered " + status + ": " + body);
    }
  }

  /** Somebody else sends a webhook; it must be refused. */
  void sendForged() throws IOException, InterruptedException {
    int status = post(webhooks.get(0), "a guess");
    if (status != 401) {
      throw new IOException("a webhook with a wrong signature was answered " + status);
    }
  }

  private int post(String body, String secret) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-Shop-Signature", signature(body, secret))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String signature(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

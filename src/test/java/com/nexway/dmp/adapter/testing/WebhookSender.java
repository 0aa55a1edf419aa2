package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Posts signed notifications as shops do: one after another, each again and again until it is
 * answered 200 or 202.
 */
final class WebhookSender implements AutoCloseable {
  static final String SECRET = "swordfish";

  private static final Duration AGAIN = Duration.ofMillis(50);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Set<Integer> answers = new ConcurrentSkipListSet<>();
  private final Thread thread = new Thread(this::sendAll, "webhooks");
  private volatile Supplier<Optional<URI>> address = Optional::empty;

  WebhookSender() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Posts there from now on, as soon as there is an address. */
  void postTo(Supplier<Optional<URI>> address) {
    this.address = address;
  }

  void send(List<String> more) {
    unanswered.addAndGet(more.size());
    bodies.addAll(more);
  }

  /** How many wait for their 200. */
  int unanswered() {
    return unanswered.get();
  }

  /** Every status that was ever answered. */
  Set<Integer> answers() {
    return Set.copyOf(answers);
  }

  private void sendAll() {
    try {
      while (true) {
        String body = bodies.take();
        Awaitility.await()
            .forever()
            .pollInSameThread()
            .pollDelay(Duration.ZERO)
            .pollInterval(AGAIN)
            .until(() -> isTaken(body));
        unanswered.decrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(String body) throws InterruptedException {
    Optional<URI> to = address.get();
    if (to.isEmpty()) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(to.get())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Hmac-Sha256", Hmac.base64(SECRET, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      answers.add(status);
      return status == 200 || status == 202;
    } catch (IOException e) {
      return false; // the process is gone, or not there yet
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

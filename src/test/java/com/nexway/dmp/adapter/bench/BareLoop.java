package com.nexway.dmp.adapter.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the adapter is held against: reads ready bodies line by line and posts them with Vert.x'
 * HTTP client, so many at once. It keeps nothing, looks at no answer, and would lose all when
 * killed.
 */
public final class BareLoop {
  private static final int IN_FLIGHT = 64;
  private static final String LOGIN =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("sandbox:sandbox".getBytes(StandardCharsets.US_ASCII));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(IN_FLIGHT));
  private final BufferedReader bodies;
  private final String url;
  private final CountDownLatch done = new CountDownLatch(IN_FLIGHT);

  private BareLoop(Path bodies, String url) throws IOException {
    this.bodies = Files.newBufferedReader(bodies);
    this.url = url;
  }

  /** Arguments: the file of bodies, the URL, and a file whose appearance starts the loop. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BareLoop loop = new BareLoop(Path.of(arguments[0]), arguments[1]);
    System.out.println("Ready.");
    while (!Files.exists(Path.of(arguments[2]))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    loop.run();
  }

  private void run() throws InterruptedException {
    vertx.runOnContext(
        start -> {
          for (int i = 0; i < IN_FLIGHT; i++) {
            next();
          }
        });
    done.await();
    System.out.println("Sent.");
    new CountDownLatch(1).await();
  }

  private void next() {
    String body = line();
    if (body == null) {
      done.countDown();
      return;
    }
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.AUTHORIZATION, LOGIN))
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(HttpClientResponse::body)
        .onComplete(answer -> next());
  }

  private String line() {
    try {
      return bodies.readLine();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

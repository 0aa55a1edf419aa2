package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Pace;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.impl.HttpContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Holds each request at the last moment before the socket: its connection stands, so that what the
 * pace is told here is what the DMP sees. All happens on one event loop, where a request is written
 * at once.
 */
final class PacedRequests implements Handler<HttpContext<?>> {
  private static final String SENDING = "sending";

  private final Context loop;
  private final Pace pace;
  private final BooleanSupplier maySend;
  private final int answerLimit;
  private final Duration timeout;

  /**
   * @param loop the event loop of all requests
   * @param maySend whether the lease is still held
   * @param answerLimit most bytes of an answer that are read; a longer one costs the connection
   * @param timeout how long one answer may take, from its request to its last byte
   */
  PacedRequests(
      Context loop, Pace pace, BooleanSupplier maySend, int answerLimit, Duration timeout) {
    this.loop = loop;
    this.pace = pace;
    this.maySend = maySend;
    this.answerLimit = answerLimit;
    this.timeout = timeout;
  }

  @Override
  public void handle(HttpContext<?> request) {
    Sending sending = request.get(SENDING);
    switch (request.phase()) {
      case PREPARE_REQUEST -> prepare(request);
      case SEND_REQUEST -> send(request);
      case RECEIVE_RESPONSE -> sending.receive();
      case FAILURE -> {
        if (sending == null || sending.end()) {
          request.next();
        }
      }
      default -> request.next();
    }
  }

  /**
   * Takes the request to the event loop. A context is not made for two threads: going on with it
   * there, while this thread still leaves it, loses one in some hundred thousand. So a copy begins
   * there, and this one ends here.
   */
  private <T> void prepare(HttpContext<T> request) {
    if (Vertx.currentContext() == loop) {
      request.next();
    } else {
      HttpContext<T> copy = request.duplicate();
      loop.runOnContext(
          now -> copy.prepareRequest(request.request(), request.contentType(), request.body()));
    }
  }

  @SuppressWarnings("unchecked") // the DMP's answers are read as buffers
  private void send(HttpContext<?> request) {
    Sending sending =
        new Sending(
            loop.owner(), (HttpContext<Buffer>) request, pace.start(), answerLimit, timeout);
    request.set(SENDING, sending);
    loop.runOnContext(now -> sending.begin(maySend));
  }
}

package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Pace;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.HttpResponseImpl;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request, from the moment its connection stands until its answer has ended. Runs on one event
 * loop alone.
 */
final class Sending {
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private final Vertx vertx;
  private final HttpContext<Buffer> request;
  private final HttpConnection connection;
  private final Pace.Start start;
  private final int answerLimit;
  private final Duration timeout;
  private final Buffer kept = Buffer.buffer();
  private @Nullable HttpClientResponse answer;
  private long deadline = -1;
  private boolean over;

  Sending(
      Vertx vertx,
      HttpContext<Buffer> request,
      Pace.Start start,
      int answerLimit,
      Duration timeout) {
    this.vertx = vertx;
    this.request = request;
    this.connection = request.clientRequest().connection();
    this.start = start;
    this.answerLimit = answerLimit;
    this.timeout = timeout;
  }

  /** Writes the request as soon as its time has come. */
  void begin(BooleanSupplier maySend) {
    long wait = start.tryBegin();
    if (wait > 0) {
      long millis = (wait + MILLISECOND - 1) / MILLISECOND;
      vertx.setTimer(millis, now -> begin(maySend));
    } else if (maySend.getAsBoolean()) {
      deadline = vertx.setTimer(timeout.toMillis(), now -> late());
      request.next();
      start.written();
    } else {
      // This process stood still for long: another one sends by now.
      request.fail(new IllegalStateException("the right to send is with another process"));
    }
  }

  /** The answer's head is there. The status counts, even where the body breaks off. */
  void receive() {
    HttpClientResponse head = request.clientResponse();
    answer = head;
    head.handler(this::keep)
        .exceptionHandler(broken -> answered(head))
        .endHandler(whole -> answered(head))
        .resume();
  }

  private void keep(Buffer part) {
    int room = answerLimit - kept.length();
    kept.appendBuffer(part, 0, Math.min(room, part.length()));
    if (part.length() > room) {
      breakOff();
    }
  }

  private void late() {
    if (answer != null) {
      breakOff();
    } else if (!over) {
      request.fail(new SocketTimeoutException("no answer within " + seconds() + " s"));
      connection.close();
    }
  }

  private String seconds() {
    return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private void breakOff() {
    if (answer != null) {
      answered(answer);
    }
    connection.close();
  }

  private void answered(HttpClientResponse head) {
    if (end()) {
      request.dispatchResponse(
          new HttpResponseImpl<>(
              head.version(),
              head.statusCode(),
              head.statusMessage(),
              head.headers(),
              head.trailers(),
              List.of(),
              kept,
              List.of()));
    }
  }

  /** The request is over, well or not; tells whether anybody still has to hear of it. */
  boolean end() {
    boolean first = !over;
    if (first) {
      over = true;
      vertx.cancelTimer(deadline);
      start.answered();
    }
    return first;
  }
}

package com.nexway.dmp.adapter.client;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Whether a connection is used again after an answer. A server that closes it without a word leaves
 * the next event without an answer, if that was on its way already: where that has happened, each
 * event gets a connection of its own for a while.
 */
final class Reuse implements ConnectionReuseStrategy {
  private static final Duration WHILE = Duration.ofMinutes(10);

  private final LongSupplier nanoTime;
  private volatile long from;

  /**
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  Reuse(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.from = nanoTime.getAsLong();
  }

  /** A connection that was used again has ended without an answer. */
  void fails() {
    from = nanoTime.getAsLong() + WHILE.toNanos();
  }

  @Override
  public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
    return nanoTime.getAsLong() - from >= 0
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
  }
}

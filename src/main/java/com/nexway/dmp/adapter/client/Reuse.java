package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.delivery.Answer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Whether a connection is used again after an answer. A server that closes it without a word leaves
 * the next event without an answer, if that was on its way already: where that happens to more than
 * every ninth, each event gets a connection of its own for a while.
 */
final class Reuse implements ConnectionReuseStrategy {
  private static final Duration WHILE = Duration.ofMinutes(10);

  /** One that was cut weighs as much as so many that were answered. */
  private static final int CUT = 8;

  private static final int TOO_MUCH = 2 * CUT;

  private final LongSupplier nanoTime;
  private volatile long from;
  private int weight;

  /**
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  Reuse(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.from = nanoTime.getAsLong();
  }

  /** What came of a request on a connection that had answered others before. */
  synchronized void ended(Answer answer) {
    if (answer instanceof Answer.Given) {
      weight = Math.max(0, weight - 1);
    } else if (answer instanceof Answer.None none && isCut(none)) {
      weight += CUT;
    }
    if (weight >= TOO_MUCH) {
      weight = 0;
      from = nanoTime.getAsLong() + WHILE.toNanos();
    }
  }

  private static boolean isCut(Answer.None none) {
    return none.written() && !(none.failure() instanceof SocketTimeoutException);
  }

  @Override
  public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
    return nanoTime.getAsLong() - from >= 0
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
  }
}

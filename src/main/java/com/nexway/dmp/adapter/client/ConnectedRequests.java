package com.nexway.dmp.adapter.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Holds each request at the last moment before the socket: its connection stands, so that what the
 * pace is told here is what the DMP sees. A request that has to wait goes on later, on the pace's
 * own thread.
 */
final class ConnectedRequests implements AsyncExecChainHandler {
  private final BooleanSupplier maySend;
  private final Duration timeout;
  private final ScheduledExecutorService timer;

  /**
   * @param maySend whether the lease is still held
   * @param timeout how long an answer may take, from its request to its last byte
   */
  ConnectedRequests(BooleanSupplier maySend, Duration timeout, ScheduledExecutorService timer) {
    this.maySend = maySend;
    this.timeout = timeout;
    this.timer = timer;
  }

  @Override
  public void execute(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    Attempt attempt = Attempt.Context.attempt(scope.clientContext);
    attempt.connected();
    long wait = begin(attempt, request, body, scope, chain, callback);
    if (wait > 0) {
      later(wait, attempt, request, body, scope, chain, callback);
    }
  }

  private void later(
      long nanos,
      Attempt attempt,
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback) {
    timer.schedule(
        () -> {
          try {
            long wait = begin(attempt, request, body, scope, chain, callback);
            if (wait > 0) {
              later(wait, attempt, request, body, scope, chain, callback);
            }
          } catch (HttpException | IOException | RuntimeException e) {
            callback.failed(e);
          }
        },
        nanos,
        TimeUnit.NANOSECONDS);
  }

  /** Tells how long the request must still wait; 0 where it has begun, or never will. */
  private long begin(
      Attempt attempt,
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    if (attempt.isOver() || !scope.execRuntime.isEndpointConnected()) {
      callback.failed(new IOException("the connection was closed while the request waited"));
      return 0;
    }
    long wait = attempt.start().tryBegin();
    if (wait > 0) {
      return wait;
    }
    if (maySend.getAsBoolean()) {
      attempt.allow(timeout);
      chain.proceed(request, body, scope, callback);
    } else {
      // This process stood still for long: another one sends by now.
      callback.failed(new CancellationException("the right to send is with another process"));
    }
    return 0;
  }
}

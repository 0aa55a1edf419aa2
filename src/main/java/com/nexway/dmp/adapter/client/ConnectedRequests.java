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
      AsyncExecCallback callback) {
    ChainCall call = new ChainCall(request, body, scope, chain, callback);
    call.attempt().connected();
    begin(call);
  }

  private void begin(ChainCall call) {
    Attempt attempt = call.attempt();
    if (attempt.isOver() || !call.scope().execRuntime.isEndpointConnected()) {
      call.fail(new IOException("the connection was closed while the request waited"));
      return;
    }
    long wait = attempt.start().tryBegin();
    if (wait > 0) {
      timer.schedule(() -> begin(call), wait, TimeUnit.NANOSECONDS);
    } else if (maySend.getAsBoolean()) {
      attempt.allow(timeout);
      call.proceed();
    } else {
      // This process stood still for long: another one sends by now.
      call.fail(new CancellationException("the right to send is with another process"));
    }
  }
}

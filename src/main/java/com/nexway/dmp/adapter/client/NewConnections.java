package com.nexway.dmp.adapter.client;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Opens connections on a thread of its own: each begins with the look-up of a name, which the
 * library waits for, and which may hang. Requests that find a connection go on at once.
 */
final class NewConnections implements AsyncExecChainHandler {
  private final Executor lookingUp;

  /**
   * @param lookingUp where names are looked up; one at a time is enough, since all are one name
   */
  NewConnections(Executor lookingUp) {
    this.lookingUp = lookingUp;
  }

  @Override
  public void execute(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback) {
    ChainCall call = new ChainCall(request, body, scope, chain, callback);
    call.attempt().runs(scope.execRuntime);
    FutureCallback<AsyncExecRuntime> leased =
        new FutureCallback<>() {
          @Override
          public void completed(AsyncExecRuntime runtime) {
            if (runtime.isEndpointConnected()) {
              proceed(call);
            } else {
              connect(call);
            }
          }

          @Override
          public void failed(Exception failure) {
            call.fail(failure);
          }

          @Override
          public void cancelled() {
            call.fail(new IOException("the connection was given up"));
          }
        };
    scope.cancellableDependency.setDependency(
        scope.execRuntime.acquireEndpoint(
            scope.exchangeId,
            scope.route,
            scope.clientContext.getUserToken(),
            scope.clientContext,
            leased));
  }

  private void connect(ChainCall call) {
    try {
      lookingUp.execute(() -> proceed(call));
    } catch (RejectedExecutionException e) {
      call.fail(new IOException("the adapter stops", e));
    }
  }

  private static void proceed(ChainCall call) {
    if (call.attempt().isOver()) {
      call.fail(new IOException("nobody waits for it any more"));
    } else {
      call.proceed();
    }
  }
}

package com.nexway.dmp.adapter.client;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * A request on its way through the library's chain, which a handler of ours may let go on later.
 */
record ChainCall(
    HttpRequest request,
    AsyncEntityProducer body,
    AsyncExecChain.Scope scope,
    AsyncExecChain chain,
    AsyncExecCallback callback) {

  /** The attempt that it is made for. */
  Attempt attempt() {
    return Attempt.Context.attempt(scope.clientContext);
  }

  /** Lets it go on; what fails at once is told as what fails later. */
  void proceed() {
    try {
      chain.proceed(request, body, scope, callback);
    } catch (HttpException | IOException | RuntimeException e) {
      callback.failed(e);
    }
  }

  void fail(Exception why) {
    callback.failed(why);
  }
}

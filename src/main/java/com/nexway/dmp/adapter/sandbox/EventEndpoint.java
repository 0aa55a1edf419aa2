package com.nexway.dmp.adapter.sandbox;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.IntConsumer;

/** Reads requests and writes answers, on one event loop; several share a port. */
final class EventEndpoint extends AbstractVerticle {
  private static final String JSON = "application/json";
  private static final String EVENT = "/event";

  private final SandboxOptions options;
  private final Judge judge;
  private final Faults faults;
  private final Ledger ledger;
  private final ControlApi control;
  private final int port;
  private final IntConsumer bound;

  EventEndpoint(
      SandboxOptions options,
      Judge judge,
      Faults faults,
      Ledger ledger,
      int port,
      IntConsumer bound) {
    this.options = options;
    this.judge = judge;
    this.faults = faults;
    this.ledger = ledger;
    this.control = new ControlApi(judge, faults, ledger);
    this.port = port;
    this.bound = bound;
  }

  @Override
  public void start(Promise<Void> started) {
    // HTTP/1.1 alone: to cut a large body short, the answer says "Connection: close".
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(port)
            .setTcpNoDelay(true)
            .setHttp2ClearTextEnabled(false);
    vertx
        .createHttpServer(http)
        .requestHandler(this::received)
        .listen()
        .onSuccess(server -> bound.accept(server.actualPort()))
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void received(HttpServerRequest request) {
    long arrived = System.nanoTime();
    String path = request.path();
    if (EVENT.equals(path) && request.method().equals(HttpMethod.POST)) {
      ledger.arrived(arrived);
      new Reading(request, arrived).begin();
    } else if (EVENT.equals(path)) {
      request.response().putHeader("Allow", "POST");
      answer(request.response(), Decision.of(405, Judge.text("only POST is answered here")));
    } else if (!control.serves(request)) {
      answer(request.response(), Decision.of(404, Judge.text("there is only " + EVENT + " here")));
    }
  }

  private static void answer(HttpServerResponse response, Decision decision) {
    response.setStatusCode(decision.status());
    if (decision.status() == 401) {
      response.putHeader("WWW-Authenticate", "Basic realm=\"DMP sandbox\", charset=\"UTF-8\"");
    }
    if (decision.status() / 100 == 3) {
      response.putHeader("Location", EVENT);
    }
    if (decision.retryAfter() != null) {
      response.putHeader("Retry-After", decision.retryAfter());
    }
    if (decision.body().isEmpty() || decision.status() == 304) {
      response.end();
    } else {
      response.putHeader("Content-Type", JSON).end(decision.body());
    }
  }

  /** One POST to /event, from its head to its answer. */
  private final class Reading {
    private final HttpServerRequest request;
    private final long arrived;
    private final Buffer body = Buffer.buffer();
    private boolean tooLarge;

    Reading(HttpServerRequest request, long arrived) {
      this.request = request;
      this.arrived = arrived;
    }

    void begin() {
      request.handler(this::more).endHandler(end -> ended());
    }

    private void more(Buffer chunk) {
      if (tooLarge) {
        return;
      }
      if (body.length() + chunk.length() > options.mostBytes()) {
        tooLarge = true;
        Decision decision =
            Decision.of(
                413, Judge.text("the body has more than " + options.mostBytes() + " bytes"));
        ledger.decided(decision, arrived, new byte[0], new byte[0]);
        request.response().putHeader("Connection", "close");
        answer(request.response(), decision);
      } else {
        body.appendBuffer(chunk);
      }
    }

    private void ended() {
      if (tooLarge) {
        return;
      }
      byte[] bytes = body.getBytes();
      Faults.Effect effect = faults.on(bytes);
      if (effect.delay().isZero()) {
        decide(effect, bytes);
      } else {
        vertx.setTimer(effect.delay().toMillis(), timer -> decide(effect, bytes));
      }
    }

    private void decide(Faults.Effect effect, byte[] bytes) {
      byte[] hash = sha256(bytes);
      Decision decision =
          judge.judge(
              effect,
              request.getHeader("Authorization"),
              request.getHeader("Content-Type"),
              bytes,
              hash);
      ledger.decided(decision, arrived, hash, bytes);
      if (decision.answered()) {
        answer(request.response(), decision);
      } else if (!effect.is(Misbehaviour.Kind.HANG)) {
        request.connection().close();
      }
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

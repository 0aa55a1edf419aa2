package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the sandbox tells about itself and lets others change over HTTP: {@code GET /_stats}, {@code
 * GET /_events?after=N} (a JSON object a line), {@code GET|POST|DELETE /_faults} (a fault a line),
 * {@code POST /_reset}.
 */
final class ControlApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Judge judge;
  private final Faults faults;
  private final Ledger ledger;

  ControlApi(Judge judge, Faults faults, Ledger ledger) {
    this.judge = judge;
    this.faults = faults;
    this.ledger = ledger;
  }

  /** Whether the request was for this control; if so, it is answered. */
  boolean serves(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    switch (request.method() + " " + request.path()) {
      case "GET /_stats" -> json(response, JSON.valueToTree(ledger.stats()).toPrettyString());
      case "GET /_events" -> events(response, after(request.getParam("after")));
      case "GET /_faults" -> text(response, 200, listed());
      case "POST /_faults" -> request.body().onSuccess(b -> misbehave(response, b.toString()));
      case "DELETE /_faults" -> {
        faults.clear();
        text(response, 200, listed());
      }
      case "POST /_reset" -> {
        ledger.clear();
        judge.forget();
        text(response, 200, "All counts, events and bodies seen are forgotten.\n");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void misbehave(HttpServerResponse response, String lines) {
    try {
      List<Misbehaviour> read =
          lines.lines().filter(line -> !line.isBlank()).map(Misbehaviour::parse).toList();
      faults.set(read);
      text(response, 200, listed());
    } catch (IllegalArgumentException e) {
      text(response, 400, e.getMessage() + "\n");
    }
  }

  private String listed() {
    List<Misbehaviour> list = faults.list();
    return list.isEmpty()
        ? "No faults: the sandbox behaves well.\n"
        : list.stream().map(Misbehaviour::toString).collect(Collectors.joining("\n", "", "\n"));
  }

  private static long after(String number) {
    return number != null && number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  private void events(HttpServerResponse response, long after) {
    response.setChunked(true).putHeader("Content-Type", "application/x-ndjson");
    for (Received received : ledger.remembered()) {
      if (received.number() > after) {
        ObjectNode line =
            JSON.createObjectNode()
                .put("number", received.number())
                .put("arrivedNanos", received.arrivedNanos())
                .put("status", received.status())
                .put("answered", received.answered())
                .put("sha256", received.sha256());
        if (!received.json().isMissingNode()) {
          line.set("event", received.json());
        }
        response.write(line + "\n");
      }
    }
    response.end();
  }

  private static void json(HttpServerResponse response, String body) {
    response.putHeader("Content-Type", "application/json").end(body + "\n");
  }

  private static void text(HttpServerResponse response, int status, String body) {
    response.setStatusCode(status).putHeader("Content-Type", "text/plain; charset=utf-8").end(body);
  }
}

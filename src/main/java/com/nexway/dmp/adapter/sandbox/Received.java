package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/**
 * One request to /event, as the sandbox remembers it.
 *
 * @param number its place among all requests, from 1
 * @param arrivedNanos when its head arrived, by {@link System#nanoTime}
 * @param status what the sandbox decided: 204 where the event was taken, 0 where it never decided
 * @param answered whether the answer was sent
 * @param hash SHA-256 of the body's exact bytes
 * @param body the body; empty where it was too large
 */
public record Received(
    long number, long arrivedNanos, int status, boolean answered, byte[] hash, byte[] body) {

  /** What a remembered request takes beside its body, roughly. */
  private static final int OVERHEAD = 160;

  /** Whether the event was processed: the DMP answers the same body with 429 from then on. */
  public boolean taken() {
    return status / 100 == 2;
  }

  /** The body as JSON; missing where it is none. */
  public JsonNode json() {
    return DocumentRules.read(body, new Reasons());
  }

  /** The address of the event's end-user; empty where there is none. */
  public String email() {
    return json().path("user").path("email").asText();
  }

  public String sha256() {
    return HexFormat.of().formatHex(hash);
  }

  int weight() {
    return body.length + OVERHEAD;
  }
}

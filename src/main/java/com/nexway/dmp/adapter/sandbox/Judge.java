package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what the DMP would answer to a request. */
final class Judge {
  private static final String AGAIN = text("this body has already been processed before");

  private final SandboxOptions options;
  private final byte[] authorization;
  private final SeenBodies seen = new SeenBodies();

  Judge(SandboxOptions options) {
    this.options = options;
    String pair = options.username() + ":" + options.password();
    this.authorization = Base64.getEncoder().encode(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** What the fault asks for, or else what the document does. */
  Decision judge(
      Faults.Effect effect,
      @Nullable String authorized,
      @Nullable String type,
      byte[] body,
      byte[] hash) {
    Misbehaviour ending = effect.ending();
    if (effect.is(Misbehaviour.Kind.HANG) || effect.is(Misbehaviour.Kind.CUT)) {
      return Decision.silence();
    }
    if (ending != null && ending.kind() == Misbehaviour.Kind.ANSWER && ending.status() / 100 != 2) {
      return new Decision(
          ending.status(), true, false, "", ending.retryAfter(), text("as the sandbox was told"));
    }
    Decision decision = byTheDocument(authorized, type, body, hash);
    if (ending == null) {
      return decision;
    }
    if (ending.kind() == Misbehaviour.Kind.LOST) {
      return decision.unanswered();
    }
    return decision.taken() ? decision.as(ending.status()) : decision;
  }

  private Decision byTheDocument(
      @Nullable String authorized, @Nullable String type, byte[] body, byte[] hash) {
    if (!authorized(authorized)) {
      return Decision.of(401, text("please authenticate"));
    }
    if (!json(type)) {
      return Decision.of(415, text("the Content-Type must be application/json"));
    }
    if (seen.contains(hash)) {
      return again();
    }
    String action = "";
    if (options.rules()) {
      Reasons reasons = new Reasons();
      JsonNode event = DocumentRules.read(body, reasons);
      if (reasons.none()) {
        DocumentRules.check(event, reasons);
      }
      if (!reasons.none()) {
        return Decision.of(400, reasons.json());
      }
      action = event.path("action").asText();
    }
    return seen.add(hash) ? new Decision(204, true, false, action, null, "") : again();
  }

  private static Decision again() {
    return new Decision(429, true, true, "", null, AGAIN);
  }

  private boolean authorized(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, "Basic ", 0, "Basic ".length())
        && MessageDigest.isEqual(
            header.substring("Basic ".length()).strip().getBytes(StandardCharsets.UTF_8),
            authorization);
  }

  /** "application/json", with or without its charset. */
  private static boolean json(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String[] parts = type.toLowerCase(Locale.ROOT).replace(" ", "").split(";", 2);
    return parts[0].equals("application/json")
        && (parts.length == 1 || parts[1].replace("\"", "").equals("charset=utf-8"));
  }

  void forget() {
    seen.clear();
  }

  static String text(String reason) {
    Reasons reasons = new Reasons();
    reasons.add("", reason);
    return reasons.json();
  }
}

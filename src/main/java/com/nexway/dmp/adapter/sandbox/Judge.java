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
  Verdict judge(
      Faults.Effect effect,
      @Nullable String authorized,
      @Nullable String type,
      byte[] body,
      byte[] hash) {
    Fault ending = effect.ending();
    if (effect.is(Fault.Kind.HANG) || effect.is(Fault.Kind.CUT)) {
      return Verdict.silence();
    }
    if (ending != null && ending.kind() == Fault.Kind.ANSWER && ending.status() / 100 != 2) {
      return new Verdict(
          ending.status(), true, false, "", ending.retryAfter(), text("as the sandbox was told"));
    }
    Verdict verdict = byTheDocument(authorized, type, body, hash);
    if (ending == null) {
      return verdict;
    }
    if (ending.kind() == Fault.Kind.LOST) {
      return verdict.unanswered();
    }
    return verdict.taken() ? verdict.as(ending.status()) : verdict;
  }

  private Verdict byTheDocument(
      @Nullable String authorized, @Nullable String type, byte[] body, byte[] hash) {
    if (!authorized(authorized)) {
      return Verdict.of(401, text("please authenticate"));
    }
    if (!json(type)) {
      return Verdict.of(415, text("the Content-Type must be application/json"));
    }
    if (seen.contains(hash)) {
      return again();
    }
    String action = "";
    if (options.rules()) {
      Reasons reasons = new Reasons();
      JsonNode event = Rules.read(body, reasons);
      if (reasons.none()) {
        Rules.check(event, reasons);
      }
      if (!reasons.none()) {
        return Verdict.of(400, reasons.json());
      }
      action = event.path("action").asText();
    }
    return seen.add(hash) ? new Verdict(204, true, false, action, null, "") : again();
  }

  private static Verdict again() {
    return new Verdict(429, true, true, "", null, AGAIN);
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

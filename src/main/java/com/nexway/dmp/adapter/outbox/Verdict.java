package com.nexway.dmp.adapter.outbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event is to the outbox, given what was accepted of its key before. */
enum Verdict {
  /** The DMP knows it, or will. */
  UNCHANGED,
  /** Older than what was seen before. */
  STALE,
  /** The last one waits, and this one is the state before it: neither is sent. */
  BACK,
  /** The last one waits, and this one replaces it. */
  REPLACE,
  SEND;

  /** Actions that tell a state: only the newest matters. An order is never replaced. */
  private static final Set<String> STATES = Set.of("send data", "cart");

  static Verdict of(
      Incoming in,
      String source,
      @Nullable KeyState known,
      @Nullable LastEntry last,
      boolean again) {
    if (known == null) {
      return SEND;
    }
    Long version = in.event().version();
    boolean compared = version != null && known.version() != null;
    // Of what two sources tell, nobody knows which is newer: what was passed is not sent again.
    if (again && !compared && !source.equals(known.source())) {
      return UNCHANGED;
    }
    if (version != null && known.version() != null) {
      if (version < known.version()) {
        return STALE;
      }
      // The same order told by a webhook and by the database.
      if (version.equals(known.version()) && !source.equals(known.source())) {
        return UNCHANGED;
      }
    }
    if (in.fingerprint().equals(known.fingerprint())) {
      return UNCHANGED;
    }
    if (last == null || !last.untouched() || last.resent()) {
      return SEND;
    }
    if (in.fingerprint().equals(last.earlier())) {
      return BACK;
    }
    return STATES.contains(in.event().action()) ? REPLACE : SEND;
  }
}

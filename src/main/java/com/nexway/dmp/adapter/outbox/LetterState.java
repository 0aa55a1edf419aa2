package com.nexway.dmp.adapter.outbox;

import java.util.Locale;

/** What became of a dead letter. */
public enum LetterState {
  /** Nobody has sent it again. */
  OPEN,
  /** It was sent again, and waits. */
  RESENT,
  DELIVERED,
  /** What was sent again died, too, and has a letter of its own. */
  REFUSED_AGAIN,
  /** Its record was delivered since, from what its source gave later: it needs nobody. */
  CLOSED,
  /** A person said that nobody needs it. */
  DISCARDED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

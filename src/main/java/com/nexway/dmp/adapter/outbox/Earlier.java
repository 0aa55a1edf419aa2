package com.nexway.dmp.adapter.outbox;

/**
 * How earlier attempts of an event ended, as far as it decides what a 429 means. It is kept with
 * the event, so that a restart forgets nothing.
 *
 * @param unanswered whether one ended without an answer: the DMP may have taken the event
 * @param saidHad whether one was answered 429, by nobody who called himself a limiter
 */
public record Earlier(boolean unanswered, boolean saidHad) {
  /** Nothing of the kind. */
  public static final Earlier NONE = new Earlier(false, false);

  static final int UNANSWERED = 1;
  private static final int SAID_HAD = 2;

  static Earlier of(int stored) {
    return new Earlier((stored & UNANSWERED) != 0, (stored & SAID_HAD) != 0);
  }

  int stored() {
    return (unanswered ? UNANSWERED : 0) | (saidHad ? SAID_HAD : 0);
  }

  /** The same, after one more attempt that ended without an answer. */
  public Earlier withoutAnswer() {
    return new Earlier(true, saidHad);
  }

  /** The same, after one more attempt that was answered 429. */
  public Earlier withHad() {
    return new Earlier(unanswered, true);
  }
}

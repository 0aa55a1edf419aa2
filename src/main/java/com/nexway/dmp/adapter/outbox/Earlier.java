package com.nexway.dmp.adapter.outbox;

/**
 * How earlier attempts of an event ended. It is kept with the event, so that a restart forgets
 * nothing.
 *
 * @param counted how many attempts count against it
 * @param failed when it failed last, by the ticks of {@link #failedAgain}; 0 where it never did
 * @param ends how many ends of the process in a row it was out at
 * @param unanswered whether an attempt ended without an answer: the DMP may have taken the event
 * @param saidHad whether one was answered 429, by nobody who called himself a limiter
 */
public record Earlier(int counted, long failed, int ends, boolean unanswered, boolean saidHad) {
  /** It was never sent. */
  public static final Earlier NONE = new Earlier(0, 0, 0, false, false);

  /** What was out at so many ends of the process in a row is sent alone, and later. */
  public static final int ENDS_ALONE = 2;

  static final int UNANSWERED = 1;
  private static final int SAID_HAD = 2;

  static Earlier of(int counted, long failed, int ends, int heard) {
    return new Earlier(counted, failed, ends, (heard & UNANSWERED) != 0, (heard & SAID_HAD) != 0);
  }

  int heard() {
    return (unanswered ? UNANSWERED : 0) | (saidHad ? SAID_HAD : 0);
  }

  /** Whether it was out at so many ends of the process that it must be alone. */
  public boolean isAlone() {
    return ends >= ENDS_ALONE;
  }

  /** Whether it has failed and nothing has explained it since. */
  public boolean hasFailed() {
    return failed != 0;
  }

  /** The same, after an answer that says nothing of the event: an end of the process is none. */
  public Earlier answered() {
    return new Earlier(counted, failed, 0, unanswered, saidHad);
  }

  /** The same, after one more attempt that ended without an answer. */
  public Earlier withoutAnswer() {
    return new Earlier(counted, failed, 0, true, saidHad);
  }

  /** The same, after one more attempt that was answered 429. */
  public Earlier withHad() {
    return new Earlier(counted, failed, 0, unanswered, true);
  }

  /**
   * The same, after one more failure.
   *
   * @param tick when: greater than at any failure before it
   * @param counts whether it counts against the event
   */
  public Earlier failedAgain(long tick, boolean counts) {
    return new Earlier(counts ? counted + 1 : counted, tick, 0, unanswered, saidHad);
  }
}

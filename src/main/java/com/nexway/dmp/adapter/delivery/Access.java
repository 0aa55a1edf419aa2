package com.nexway.dmp.adapter.delivery;

import java.time.Duration;

/** Whether the credentials and the address are right; one probe at a time where they are not. */
final class Access {
  private final long probe;
  private boolean wrong;
  private long next;
  private long tick;

  Access(Duration probe) {
    this.probe = probe.toMillis();
  }

  /**
   * Nothing is let in.
   *
   * @param begun when the request began that was told so
   * @param last the greatest tick by now
   */
  void wrong(long begun, long last, long now) {
    if (!wrong || begun > tick) {
      next = now + probe;
      tick = last;
    }
    wrong = true;
  }

  /** Something was answered that is answered to those alone who are let in. */
  void right() {
    wrong = false;
  }

  boolean isWrong() {
    return wrong;
  }

  long next() {
    return next;
  }

  /** Requests that began later than this are probes. */
  long tick() {
    return tick;
  }
}

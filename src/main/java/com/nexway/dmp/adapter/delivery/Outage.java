package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long the service has been away, and when it is probed next. Times are milliseconds. */
final class Outage {
  private static final long SHORTEST = Duration.ofSeconds(1).toMillis();
  private static final long LONGEST = Duration.ofMinutes(5).toMillis();
  private static final int PART = 30;
  private static final double JITTER = 0.2;

  /** While new events are let through, one is tried each second. */
  private static final long STEP = Duration.ofSeconds(1).toMillis();

  /** A service that answers is believed in this long. */
  private static final long OPEN = Duration.ofMinutes(10).toMillis();

  private final DoubleSupplier random;
  private long since;
  private long next;
  private long openUntil;

  /** Until then the service asks to be left alone. */
  private long asked = Long.MIN_VALUE;

  private long askedTick;

  /**
   * @param random numbers from 0 (included) to 1 (excluded)
   */
  Outage(DoubleSupplier random) {
    this.random = random;
  }

  void begin(long now) {
    since = now;
    openUntil = now;
    pause(now);
  }

  long since() {
    return since;
  }

  /** When the next probe may begin. */
  long next() {
    return next;
  }

  boolean isOpen(long now) {
    return now < openUntil;
  }

  /** The service answered of an event that it knows it: others are tried one after another. */
  void open(long now) {
    openUntil = now + OPEN;
    next = Math.max(asked, now + STEP);
  }

  /** The service does not answer after all. */
  void shut(long now) {
    openUntil = now;
  }

  /** A probe has ended in vain. */
  void probed(long now) {
    if (isOpen(now)) {
      next = Math.max(asked, now + STEP);
    } else {
      pause(now);
    }
  }

  /**
   * The service asks to be left alone.
   *
   * @param last the greatest tick by now
   */
  void notBefore(long at, long last) {
    asked = at;
    askedTick = last;
    next = Math.max(next, at);
  }

  /** It takes events: what it asked for before one of them began is over. */
  void taken(long begun) {
    if (begun > askedTick) {
      asked = Long.MIN_VALUE;
    }
  }

  private void pause(long now) {
    long part = Math.min(LONGEST, Math.max(SHORTEST, (now - since) / PART));
    next = Math.max(asked, now + Math.round(part * (1 + JITTER * (2 * random.getAsDouble() - 1))));
  }
}

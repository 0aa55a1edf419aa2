package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.util.Optional;

/** A gateway wants fewer requests: everything waits as long as it asks, or longer each time. */
final class Throttling {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Duration step = FIRST;
  private long until;
  private long tick;
  private boolean slowed;

  /**
   * @param begun when the request began that was told so
   * @param last the greatest tick by now
   * @return when the pause ends
   */
  long slow(Optional<Duration> asked, long begun, long last, long now) {
    boolean sameWave = slowed && begun <= tick;
    if (sameWave && asked.isEmpty()) {
      return until;
    }
    Duration wait = asked.orElse(step);
    if (!sameWave && asked.isEmpty()) {
      step = step.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : step.multipliedBy(2);
    }
    until = Math.max(until, now + wait.toMillis());
    tick = last;
    slowed = true;
    return until;
  }

  /** A request that began in the present pause's wake was answered otherwise. */
  void over(long begun) {
    if (slowed && begun > tick) {
      slowed = false;
      step = FIRST;
    }
  }

  /** Whether the next request finds out if the gateway lets it pass. */
  boolean isSlowed() {
    return slowed;
  }

  long until() {
    return until;
  }

  /** Requests that began later than this came after the pause. */
  long tick() {
    return tick;
  }
}

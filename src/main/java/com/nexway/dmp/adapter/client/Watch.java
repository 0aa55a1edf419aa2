package com.nexway.dmp.adapter.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends attempts whose time is over. One look at all that are on their way costs less than a timer
 * for each; while nothing is, nobody looks.
 */
final class Watch {
  private static final Duration RAREST = Duration.ofMillis(250);

  private static final int LOOKS = 10;

  private final ScheduledExecutorService timer;
  private final long between;
  private final Set<Attempt> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * @param shortest the shortest time that anything may take; a look is taken ten times within it
   */
  Watch(ScheduledExecutorService timer, Duration shortest) {
    this.timer = timer;
    this.between = Math.min(RAREST.toNanos(), shortest.toNanos() / LOOKS);
  }

  void add(Attempt attempt) {
    open.add(attempt);
    if (!looking.get() && looking.compareAndSet(false, true)) {
      again();
    }
  }

  void remove(Attempt attempt) {
    open.remove(attempt);
  }

  /** Ends all that are on their way. */
  void end() {
    open.forEach(Attempt::cancelled);
  }

  private void again() {
    try {
      timer.schedule(this::look, between, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The client is closed, and has ended what was on its way.
    }
  }

  private void look() {
    long now = System.nanoTime();
    open.forEach(attempt -> attempt.check(now));
    if (open.isEmpty()) {
      looking.set(false);
      // Another may have come in between, and have seen that somebody looks.
      if (open.isEmpty() || !looking.compareAndSet(false, true)) {
        return;
      }
    }
    again();
  }
}

package com.nexway.dmp.adapter.delivery;

import java.time.Duration;

/**
 * How many events that have just arrived may still be sent while the service is away: one a second,
 * and a handful saved up, so that a good one gets through behind bad ones that came with it.
 */
final class Newcomers {
  /** What arrived longer ago waits its turn. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private static final int SAVED = 20;
  private static final long EACH = Duration.ofSeconds(1).toMillis();

  /** When the whole of {@link #SAVED} will be there again. */
  private long full = Long.MIN_VALUE / 2;

  boolean mayGo(long now) {
    return full - now <= (SAVED - 1) * EACH;
  }

  /** When one more may go. */
  long next() {
    return full - (SAVED - 1) * EACH;
  }

  void went(long now) {
    full = Math.max(full, now) + EACH;
  }
}

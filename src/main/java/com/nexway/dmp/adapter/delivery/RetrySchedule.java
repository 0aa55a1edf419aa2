package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt; every wait differs at random by the jitter. */
final class RetrySchedule {
  private static final int FACTOR_AWAY = 2;
  private static final int WORN_OUT = 3;

  private final RetrySettings settings;
  private final DoubleSupplier random;

  /**
   * @param random numbers from 0 (included) to 1 (excluded)
   */
  RetrySchedule(RetrySettings settings, DoubleSupplier random) {
    this.settings = settings;
    this.random = random;
  }

  /** Whether an event that failed for the {@code attempt}th time, from 1, is not tried again. */
  boolean isLast(int attempt) {
    return attempt >= settings.attempts();
  }

  /** Whether an event was begun far oftener than it may fail: each time the process ended first. */
  boolean isWornOut(int attempt) {
    return attempt > settings.attempts() * WORN_OUT;
  }

  /** The wait of one event after its {@code attempt}th failure, from 1. */
  Duration ofEvent(int attempt) {
    return jittered(grown(settings.first(), settings.factor(), attempt, settings.longest()));
  }

  /** The wait of the whole destination after {@code failures} probes in a row, from 1. */
  Duration ofDestination(int failures) {
    RetrySettings.Away away = settings.away();
    return jittered(grown(away.first(), FACTOR_AWAY, failures, away.longest()));
  }

  private static Duration grown(Duration first, int factor, int times, Duration longest) {
    Duration wait = first;
    for (int i = 1; i < times && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(factor);
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private Duration jittered(Duration wait) {
    double factor = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(wait.toMillis() * factor)));
  }
}

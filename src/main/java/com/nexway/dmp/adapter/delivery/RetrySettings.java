package com.nexway.dmp.adapter.delivery;

import java.time.Duration;

/**
 * When a request is made again, from {@code retry:} in config/adapter.yaml.
 *
 * @param attempts how often one event is tried while others pass, before it is a dead letter
 * @param first the wait after an event's first failure
 * @param factor how many times longer each further wait is
 * @param longest the longest wait of one event
 * @param jitter by which part of itself a wait is made shorter or longer at random, 0 to 1
 * @param away how the whole destination waits while the DMP is away
 * @param doorProbe how often the DMP is tried while it refuses the credentials or the address
 * @param duplicateCheck when an event is sent once more that was answered 429 at its first attempt
 * @param longestRetryAfter the longest {@code Retry-After} that is obeyed
 * @param pauseAfter how many dead letters of one source in a row, without a delivery between, pause
 *     that source
 */
public record RetrySettings(
    int attempts,
    Duration first,
    int factor,
    Duration longest,
    double jitter,
    Away away,
    Duration doorProbe,
    Duration duplicateCheck,
    Duration longestRetryAfter,
    int pauseAfter) {

  /**
   * Growing waits of the destination: each is twice the one before.
   *
   * @param first the first wait
   * @param longest the longest wait
   */
  public record Away(Duration first, Duration longest) {}

  public RetrySettings {
    if (attempts < 1 || factor < 1 || pauseAfter < 1 || jitter < 0 || jitter >= 1) {
      throw new IllegalArgumentException("attempts, factor, jitter or pauseAfter out of range");
    }
  }
}

package com.nexway.dmp.adapter.delivery;

import java.time.Duration;

/**
 * How long is waited before something is asked again.
 *
 * @param first an event's wait after a failure that does not count, and after the first that does
 * @param longest an event's longest wait; each is four times the one before
 * @param onceMore after a 429 at the first attempt, until the same bytes are sent once more
 * @param access while the credentials or the address are wrong
 */
public record Waits(Duration first, Duration longest, Duration onceMore, Duration access) {
  /** With these, eight attempts take about a day. */
  public static final Waits STANDARD =
      new Waits(
          Duration.ofMinutes(1),
          Duration.ofHours(8),
          Duration.ofSeconds(60),
          Duration.ofMinutes(1));

  private static final int FACTOR = 4;

  /**
   * The event's own wait after the {@code counted}th failure that counts; 0 for one that does not.
   */
  Duration after(int counted) {
    Duration wait = first;
    for (int i = 1; i < counted && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(FACTOR);
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}

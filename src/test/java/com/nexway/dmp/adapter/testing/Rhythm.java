package com.nexway.dmp.adapter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether requests were begun within a limit, told from when they arrived. One that a busy machine
 * delays makes those behind it seem too early, so this looks at four seconds at a time: a second
 * sender, or a restart that forgets what was sent before, is found; a single late request is not
 * taken for one. The sliding second itself is held to on a quiet machine, in {@code PacingTest}.
 */
public final class Rhythm {
  private static final int SECONDS = 4;
  private static final Duration MAY_BE_LATE = Duration.ofMillis(800);

  private Rhythm() {}

  /**
   * Fails where more requests came than a limit allows.
   *
   * @param arrivals when each arrived, in nanoseconds of the monotonic clock, in any order
   */
  public static void assertThatNoneCameTooEarly(List<Long> arrivals, int perSecond) {
    long[] at = arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
    int more = SECONDS * perSecond;
    assertThat(at).as("enough requests to tell").hasSizeGreaterThan(more);
    long shortest =
        IntStream.range(more, at.length).mapToLong(i -> at[i] - at[i - more]).min().orElseThrow();
    assertThat(Duration.ofNanos(shortest))
        .as("the shortest time in which %d requests arrived", more + 1)
        .isGreaterThan(Duration.ofSeconds(SECONDS).minus(MAY_BE_LATE));
  }
}

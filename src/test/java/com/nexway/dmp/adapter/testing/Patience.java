package com.nexway.dmp.adapter.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait: long enough for a slow, busy machine, since no test is about its speed. */
public final class Patience {
  /** After this, what is waited for will not happen. */
  public static final Duration LONG = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(20);

  private Patience() {}

  /** Waits for something to happen. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(LONG).pollDelay(Duration.ZERO).pollInterval(LOOK);
  }

  /** As {@link #await()}; the words tell what is missing where it does not happen. */
  public static ConditionFactory await(String what) {
    return await().alias(what);
  }

  /** Between two looks. */
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

package com.nexway.dmp.adapter.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How tests wait: long enough for a slow, busy machine, since no test is about its speed. It is an
 * extension of all tests (see {@code junit-platform.properties}): each {@code await()} waits so.
 */
public final class Patience implements BeforeAllCallback {
  /** After this, what is waited for will not happen. */
  public static final Duration LONG = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LONG);
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

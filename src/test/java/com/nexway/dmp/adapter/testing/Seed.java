package com.nexway.dmp.adapter.testing;

import java.util.Random;

/** Chance that can be repeated: a failure tells its seed, and {@code -Dseed=…} takes it again. */
public final class Seed {
  private Seed() {}

  /** A test that rolls dice. */
  @FunctionalInterface
  public interface Rolling {
    void with(Random dice) throws Exception;
  }

  /** Runs a test with new dice, or with those of {@code -Dseed=…}. */
  public static void roll(Rolling test) {
    long seed = Long.getLong("seed", System.nanoTime());
    try {
      test.with(new Random(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}

package com.nexway.dmp.adapter.testing;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/** Chance that can be repeated: a failure tells its seed, and {@code -Dseed=…} takes it again. */
public final class Seed {
  private Seed() {}

  /** A test that rolls dice. */
  @FunctionalInterface
  public interface Rolling {
    void with(Random dice) throws Exception;
  }

  /** Plays rounds with the same dice until {@code time} is over. */
  public static void rollFor(Duration time, Consumer<Random> round) {
    long end = System.nanoTime() + time.toNanos();
    roll(
        dice -> {
          while (System.nanoTime() - end < 0) {
            round.accept(dice);
          }
        });
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

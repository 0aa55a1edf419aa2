package com.nexway.dmp.adapter.testing;

import java.util.concurrent.CountDownLatch;

/** A function for a test's database: it never answers, and does not care that it is given up. */
public final class Nap {
  /** What the process that called it has printed by then. */
  public static final String BEGUN = "the database naps";

  /** The settings of a database that has it as {@code NAP()}. */
  public static final String URL =
      "jdbc:h2:mem:hanging;INIT=CREATE ALIAS IF NOT EXISTS NAP FOR '%s.take'"
          .formatted(Nap.class.getName());

  private Nap() {}

  /** Begins, and never ends. */
  public static long take() {
    System.err.println(BEGUN);
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        System.err.println("the database turns round and naps on");
      }
    }
  }
}

package com.nexway.dmp.adapter.outbox;

import java.time.Duration;

/** Which entries a claim is to hand out. */
public sealed interface Wanted {
  /**
   * Live ones before history; in each of both, those that were put back behind the others, but for
   * every tenth.
   *
   * @param most how many
   * @param others how many of them may be other than live ones that were never tried
   * @param alone whether one may be among them that was out at two ends of the process in a row
   */
  record Next(int most, int others, boolean alone) implements Wanted {}

  /** One that was accepted within {@code age} and never put back, the oldest of the newest. */
  record Newcomer(Duration age) implements Wanted {}

  /** One that was never put back. */
  record Untried() implements Wanted {}

  /** One that was out at two ends of the process in a row. */
  record Alone() implements Wanted {}

  /** The one that failed longest ago, if it never counted or its own wait is over. */
  record Failed() implements Wanted {}
}

package com.nexway.dmp.adapter.outbox;

import java.time.Instant;

/** What became of an entry. It may be told of a claimed entry, and again of one that waits. */
public sealed interface Settlement {
  Entry entry();

  /**
   * The DMP has it: the body is forgotten, its hash and keys stay.
   *
   * @param duplicate whether it said that it had it before
   */
  record Delivered(Entry entry, boolean duplicate) implements Settlement {}

  /**
   * Again, not before {@code due}.
   *
   * @param counts whether the attempt counts against the event; not where the DMP is away
   */
  record Later(Entry entry, Instant due, String why, boolean counts) implements Settlement {}

  /** Never again, unless a person says so. */
  record Dead(Entry entry, DeadLetter.Reason reason, String why, AnswerText answer)
      implements Settlement {}
}

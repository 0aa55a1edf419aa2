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
   * @param earlier how its attempts ended, this one included
   */
  record Later(Entry entry, Instant due, String why, Earlier earlier) implements Settlement {}

  /** Never again, unless a person says so. */
  record Dead(Entry entry, DeadLetter.Reason reason, String why, AnswerText answer)
      implements Settlement {}
}

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
   * @param earlier how its attempts ended, this one included
   */
  record Later(Entry entry, Instant due, String why, boolean counts, Earlier earlier)
      implements Settlement {
    /** Where this attempt adds nothing to what is known of the event. */
    public Later(Entry entry, Instant due, String why, boolean counts) {
      this(entry, due, why, counts, entry.earlier());
    }
  }

  /** Never again, unless a person says so. */
  record Dead(Entry entry, DeadLetter.Reason reason, String why, AnswerText answer)
      implements Settlement {}
}

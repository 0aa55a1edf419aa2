package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;

/** Gives numbers that rise for ever, in the order of commits. */
final class Sequence {
  static final String ENTRY = "entry";
  static final String DEAD_LETTER = "dead_letter";
  static final String LEFT_OUT = "left_out";

  private Sequence() {}

  /** The first of {@code count} new numbers. */
  static long take(Session session, String name, int count) {
    return session
        .first(
            "UPDATE sequence SET last = last + ? WHERE name = ? RETURNING last - ? + 1",
            row -> row.number(),
            count,
            name,
            count)
        .orElseThrow();
  }
}

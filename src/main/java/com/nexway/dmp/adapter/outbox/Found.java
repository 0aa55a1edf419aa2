package com.nexway.dmp.adapter.outbox;

import java.time.Instant;

/**
 * One thing that the outbox knows of what somebody looks for.
 *
 * @param shop whose record it is; empty for a person
 * @param key what identifies it, as the outbox keeps it; empty where that is not known
 * @param source what handed it over
 * @param origin where it stands in its source; empty where that was forgotten
 * @param at when it came to be so; of what is on its way back, when it goes again
 * @param why in words; empty where the state says it all
 * @param place of the newest twenty that wait, the place among all that do, from 1; else 0
 * @param tries how often it was sent
 * @param file of a dead letter, below dead-letters/; empty while it has none
 */
public record Found(
    State state,
    String shop,
    String key,
    String source,
    String origin,
    Instant at,
    String why,
    long place,
    int tries,
    String file) {
  /** What became of it. */
  public enum State {
    WAITING,
    /** It waits, and its source is paused. */
    PAUSED,
    /** A request with it is out. */
    UNDER_WAY,
    /** It has failed, and goes again. */
    RETURNING,
    DELIVERED,
    /** The DMP said that it had it before. */
    DUPLICATE,
    /** It was sent so long ago that the row is gone, and is still the same. */
    UNCHANGED,
    /** Left out on purpose. */
    SKIPPED,
    /** Older than what was accepted of its key. */
    STALE,
    /** A dead letter: no valid event could be made of it. */
    INVALID,
    /** A dead letter: the DMP refused it. */
    REFUSED,
    /** A dead letter: it failed time and again. */
    GIVEN_UP,
    /** A person who was erased, and whose records are skipped. */
    SUPPRESSED
  }
}

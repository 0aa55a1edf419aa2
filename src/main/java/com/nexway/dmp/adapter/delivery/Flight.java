package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Entry;

/**
 * A request that has begun and has no answer yet.
 *
 * @param entry its event
 * @param pick why this event was sent; NEXT for all that goes in the usual order
 * @param tick when it began
 * @param clears whether another customer's event was taken since this one failed last: if it fails
 *     again, it is to blame itself
 */
record Flight(Entry entry, Turn.Pick pick, long tick, boolean clears) {
  /** Whether it was sent to find out how the service does, in its turn. */
  boolean isProbe() {
    return pick != Turn.Pick.NEWCOMER && pick != Turn.Pick.NEXT;
  }
}

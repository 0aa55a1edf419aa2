package com.nexway.dmp.adapter.outbox;

/** Where an entry is on its way; the indexes of the store know the states by these words. */
enum EntryState {
  /** Another one of its customer is before it. */
  BEHIND,
  READY,
  CLAIMED,
  /** Tried, and to be tried again when it is due. */
  RETRY,
  /** As {@link #RETRY}, with nothing else on its way. */
  ALONE,
  /** Its source is. */
  PAUSED,
  DELIVERED,
  /** Answered that the DMP had it before. */
  DUPLICATE,
  DEAD
}

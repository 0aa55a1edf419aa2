package com.nexway.dmp.adapter.outbox;

import java.util.Locale;

/** What is counted of a source: since the outbox was made, but for what waits now. */
public enum Counted {
  READ,
  QUEUED,
  /** Now: never failed. */
  WAITING,
  /** Now: failed, and waits to be tried again. */
  RETRYING,
  DELIVERED,
  /** The DMP had it before. */
  DUPLICATE,
  DEAD,
  UNCHANGED,
  STALE,
  SUPERSEDED,
  SKIPPED,
  /** Of those skipped, for the sake of a person who was erased. */
  SUPPRESSED,
  /** Found by a nightly look. */
  MISSED;

  /** As numbers for monitors name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

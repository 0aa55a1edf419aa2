package com.nexway.dmp.adapter.record;

/** How urgent a batch is: a fresh order never waits behind a back-fill. */
public enum Lane {
  /** Something that happened now: a webhook, a change since the last poll. */
  LIVE,
  /** History: a source's first run, a file marked so. */
  BACKFILL
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;

/** The places of events that wait, each counted by a look at all that wait: of a few alone. */
final class Places {
  private static final int MOST = 20;

  private final Session session;
  private int counted;

  Places(Session session) {
    this.session = session;
  }

  /** From 1; 0 where enough were counted. History goes behind all that is live. */
  long of(Row row) {
    if (counted++ >= MOST) {
      return 0;
    }
    Lane lane = row.one("lane", Lane.class);
    long before = waiting(lane, row.number("id"));
    return 1 + before + (lane == Lane.BACKFILL ? waiting(Lane.LIVE, Long.MAX_VALUE) : 0);
  }

  private long waiting(Lane lane, long before) {
    return session
        .first(
            """
            SELECT COUNT(*) FROM entry
            WHERE closed_at IS NULL AND state <> 'paused' AND lane = ? AND id < ?
            """,
            row -> row.number(),
            lane,
            before)
        .orElse(0L);
  }
}

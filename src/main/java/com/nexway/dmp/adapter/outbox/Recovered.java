package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Duration;

/** What was on its way when its sender stopped sending. The DMP may have it. */
final class Recovered {
  /** What was out at several ends of the process is not sent before the run is this old. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private Recovered() {}

  /** Nobody's attempt: what ends the process each time, its ends tell. */
  static void afterAnEnd(Session session, long epoch, long now) {
    session.update(
        """
        UPDATE entry SET ends = ends + 1, heard = heard | ?,
          due = CASE WHEN ends + 1 >= ? THEN ? ELSE due END,
          state = CASE WHEN ends + 1 >= ? THEN 'alone' WHEN why IS NULL THEN 'ready'
            ELSE 'retry' END
        WHERE state = 'claimed' AND epoch < ?
        """,
        Earlier.UNANSWERED,
        Earlier.ENDS_ALONE,
        now + LATER.toMillis(),
        Earlier.ENDS_ALONE,
        epoch);
  }

  /** The process stops in order: what has no answer yet has nothing to do with it. */
  static void afterAStop(Session session, long epoch, long now) {
    session.update(
        """
        UPDATE entry SET heard = heard | ?,
          due = CASE WHEN ends >= ? THEN ? ELSE due END,
          state = CASE WHEN ends >= ? THEN 'alone' WHEN why IS NULL THEN 'ready' ELSE 'retry' END
        WHERE state = 'claimed' AND epoch = ?
        """,
        Earlier.UNANSWERED,
        Earlier.ENDS_ALONE,
        now,
        Earlier.ENDS_ALONE,
        epoch);
  }
}

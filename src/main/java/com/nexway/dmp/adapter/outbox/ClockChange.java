package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Duration;

/** Keeps entries from waiting longer where the host's clock was set back. */
final class ClockChange {
  /** The clock is corrected by so much without anybody's noticing. */
  private static final long LITTLE = Duration.ofSeconds(2).toMillis();

  /**
   * What has failed less often waits no longer than {@link #SHORT}, however long it is asked to.
   */
  private static final int OFTEN = 4;

  private static final long SHORT = Duration.ofMinutes(65).toMillis();
  private static final long LONGEST = Duration.ofHours(9).toMillis();

  private long latest = Long.MIN_VALUE;

  /** To be told the time at each claim. */
  void mind(Session session, long now) {
    if (latest == Long.MIN_VALUE) {
      afterARestart(session, now);
    } else if (now < latest - LITTLE) {
      move(session, latest - now);
    }
    latest = now;
  }

  // It may have been set back while nobody looked: no wait is longer than the longest there is.
  private static void afterARestart(Session session, long now) {
    session.update(
        "UPDATE entry SET due = ? WHERE state = 'retry' AND (due > ? OR due > ? AND attempts < ?)",
        now,
        now + LONGEST,
        now + SHORT,
        OFTEN);
    session.update("UPDATE entry SET due = ? WHERE state = 'alone' AND due > ?", now, now + SHORT);
  }

  private static void move(Session session, long back) {
    session.update("UPDATE entry SET due = due - ? WHERE state = 'retry'", back);
    session.update("UPDATE entry SET due = due - ? WHERE state = 'alone'", back);
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a claim takes from, in the order in which it does: each is read along an index. */
enum Queue {
  LIVE(Lane.LIVE, false),
  LIVE_DUE(Lane.LIVE, true),
  HISTORY(Lane.BACKFILL, false),
  HISTORY_DUE(Lane.BACKFILL, true);

  private static final int STEPS = 5;

  private final Lane lane;
  private final boolean due;

  Queue(Lane lane, boolean due) {
    this.lane = lane;
    this.due = due;
  }

  Lane lane() {
    return lane;
  }

  /** Whether those stand here that were put back, as soon as they are due. */
  boolean isDue() {
    return due;
  }

  /**
   * Moves the entries of paused sources out of the way of the next claim.
   *
   * @return the queues in which some still stand at the head, to be left alone until the next claim
   */
  static List<Queue> setAside(Session session, Set<String> paused, int most, long now) {
    List<Queue> blocked = new ArrayList<>();
    for (Queue queue : values()) {
      if (!paused.isEmpty() && !queue.isClear(session, paused, most, now)) {
        blocked.add(queue);
      }
    }
    return blocked;
  }

  private boolean isClear(Session session, Set<String> paused, int most, long now) {
    for (int step = 0; step < STEPS; step++) {
      List<Waiter> next = next(session, step == 0 ? most : Claims.STEP, now);
      if (!Pauses.setAside(session, next, paused)) {
        return true;
      }
    }
    return next(session, most, now).stream().noneMatch(n -> paused.contains(n.source()));
  }

  /** The first {@code look} of them. */
  List<Waiter> next(Session session, int look, long now) {
    return due
        ? session.query(
            """
            SELECT id, source FROM entry WHERE state = 'retry' AND lane = ? AND due <= ?
            ORDER BY lane, due, id LIMIT ?
            """,
            Waiter::of,
            lane,
            now,
            look)
        : session.query(
            """
            SELECT id, source FROM entry WHERE state = 'ready' AND lane = ?
            ORDER BY lane, id LIMIT ?
            """,
            Waiter::of,
            lane,
            look);
  }
}

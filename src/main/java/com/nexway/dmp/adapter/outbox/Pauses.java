package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sources whose delivery is paused. Their entries are moved out of the claim's way when a claim
 * meets them, and back in the same small steps: pausing a million waiting events costs nothing.
 */
final class Pauses {
  private record Pause(String source, boolean ending) {}

  private record Next(long id, String source) {}

  private static final int STEPS = 5;

  private Pauses() {}

  static void begin(Session session, String source, String why, long now) {
    session.update(
        """
        INSERT INTO pause (source, why, since, ending) VALUES (?, ?, ?, 0)
        ON CONFLICT (source) DO UPDATE SET why = excluded.why, since = excluded.since, ending = 0
        """,
        source,
        why,
        now);
  }

  static void end(Session session, String source) {
    session.update("UPDATE pause SET ending = 1 WHERE source = ?", source);
  }

  static List<Paused> all(Session session) {
    return session.query(
        "SELECT source, why, since FROM pause WHERE ending = 0 ORDER BY source",
        row -> new Paused(row.text(1), row.text(2), Instant.ofEpochMilli(row.number(3))));
  }

  /**
   * Moves the entries of paused sources out of the way of the next claim.
   *
   * @return the lanes in which some still stand at the head, to be left alone until the next claim
   */
  static Set<Integer> setAside(Session session, int most) {
    List<Pause> pauses =
        session.query(
            "SELECT source, ending FROM pause", row -> new Pause(row.text(1), row.small(2) == 1));
    pauses.stream().filter(Pause::ending).forEach(pause -> release(session, pause.source));
    Set<String> paused =
        pauses.stream().filter(p -> !p.ending).map(Pause::source).collect(Collectors.toSet());
    Set<Integer> blocked = new HashSet<>();
    for (int lane : new int[] {Urgency.LIVE, Urgency.RETRY, Urgency.BACKFILL}) {
      if (!paused.isEmpty() && !isClear(session, lane, paused, most)) {
        blocked.add(lane);
      }
    }
    return blocked;
  }

  private static boolean isClear(Session session, int lane, Set<String> paused, int most) {
    for (int step = 0; step < STEPS; step++) {
      List<Long> found = pausedAmongNext(session, lane, paused, step == 0 ? most : Claims.STEP);
      if (found.isEmpty()) {
        return true;
      }
      session.updateIn("UPDATE entry SET state = 'paused' WHERE id IN ({keys})", found);
    }
    return pausedAmongNext(session, lane, paused, most).isEmpty();
  }

  private static List<Long> pausedAmongNext(
      Session session, int lane, Set<String> paused, int look) {
    return session
        .query(
            """
            SELECT id, source FROM entry
            WHERE state = 'ready' AND lane = ? ORDER BY lane, id LIMIT ?
            """,
            row -> new Next(row.number(1), row.text(2)),
            lane,
            look)
        .stream()
        .filter(next -> paused.contains(next.source))
        .map(Next::id)
        .toList();
  }

  private static void release(Session session, String source) {
    int released =
        session.update(
            """
            UPDATE entry SET state = 'ready' WHERE id IN
              (SELECT id FROM entry WHERE state = 'paused' AND source = ?
               ORDER BY source, id LIMIT ?)
            """,
            source,
            Claims.STEP);
    if (released < Claims.STEP) {
      session.update("DELETE FROM pause WHERE source = ? AND ending = 1", source);
    }
  }
}

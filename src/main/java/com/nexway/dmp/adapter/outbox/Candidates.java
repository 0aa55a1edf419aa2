package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds the one entry that is a probe. */
final class Candidates {
  /** So many are looked at. */
  private static final int LOOK = 20;

  private static final int STEPS = 50;

  static final String NEWEST =
      """
      SELECT id, source, accepted_at FROM entry WHERE state = 'ready' AND lane = ?
      ORDER BY lane DESC, id DESC LIMIT ?
      """;
  static final String FAILED =
      """
      SELECT id, source FROM entry
      WHERE state = 'retry' AND (due <= ? OR attempts = 0 AND failed > 0)
      ORDER BY failed, id LIMIT ?
      """;

  private record New(Waiter waiter, long acceptedAt) {
    static New of(Row row) {
      return new New(Waiter.of(row), row.number("accepted_at"));
    }
  }

  private final Session session;
  private final Set<String> paused;

  private Candidates(Session session) {
    this.session = session;
    this.paused = Pauses.sources(session);
  }

  static Optional<Long> of(Wanted wanted, Session session, long now) {
    Candidates candidates = new Candidates(session);
    if (wanted instanceof Wanted.Newcomer newcomer) {
      long since = now - newcomer.age().toMillis();
      return candidates.newest(Lane.LIVE, since).or(() -> candidates.newest(Lane.BACKFILL, since));
    } else if (wanted instanceof Wanted.Untried) {
      return candidates
          .first(() -> Queue.LIVE.next(session, LOOK, now))
          .or(() -> candidates.first(() -> Queue.HISTORY.next(session, LOOK, now)));
    }
    return candidates.first(() -> session.query(FAILED, Waiter::of, now, LOOK));
  }

  // The oldest of the newest: ids rise with the time at which they were accepted.
  private Optional<Long> newest(Lane lane, long since) {
    return session.query(NEWEST, New::of, lane, LOOK).stream()
        .filter(found -> found.acceptedAt >= since && !paused.contains(found.waiter.source()))
        .map(found -> found.waiter.id())
        .min(Long::compare);
  }

  private Optional<Long> first(Supplier<List<Waiter>> look) {
    for (int step = 0; step < STEPS; step++) {
      List<Waiter> found = look.get();
      Optional<Long> free =
          found.stream().filter(w -> !paused.contains(w.source())).map(Waiter::id).findFirst();
      if (free.isPresent() || !Pauses.setAside(session, found, paused)) {
        return free;
      }
    }
    return Optional.empty();
  }
}

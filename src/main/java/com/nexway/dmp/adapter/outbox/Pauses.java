package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sources whose delivery is paused. Their entries are moved out of the claim's way when a claim
 * meets them, and back in the same small steps: pausing a million waiting events costs nothing.
 */
final class Pauses {
  /** How often one is tried. */
  private static final Duration EACH = Duration.ofMinutes(10);

  private record Pause(String source, boolean ending) {}

  private record Candidate(long id, Hash customer) {}

  private Pauses() {}

  static int begin(Session session, String source, String why, long now) {
    return session.update(
        """
        INSERT INTO pause (source, why, since, tried, ending) VALUES (?, ?, ?, ?, 0)
        ON CONFLICT (source) DO UPDATE SET why = excluded.why, since = excluded.since,
          tried = excluded.tried, ending = 0
        """,
        source,
        why,
        now,
        now);
  }

  /** Lets sources go on: somebody has looked, or the DMP has taken one of their events. */
  static int end(Session session, Collection<String> sources) {
    return session.updateIn("UPDATE pause SET ending = 1 WHERE source IN ({keys})", sources);
  }

  static List<Paused> all(Session session) {
    return session.query(
        "SELECT source, why, since FROM pause WHERE ending = 0 ORDER BY source",
        row ->
            new Paused(
                row.text("source"), row.text("why"), Instant.ofEpochMilli(row.number("since"))));
  }

  /** The sources that wait; those that go on get some of their entries back at each call. */
  static Set<String> sources(Session session) {
    List<Pause> pauses =
        session.query(
            "SELECT source, ending FROM pause",
            row -> new Pause(row.text("source"), row.small("ending") == 1));
    pauses.stream().filter(Pause::ending).forEach(pause -> release(session, pause.source));
    return pauses.stream().filter(p -> !p.ending).map(Pause::source).collect(Collectors.toSet());
  }

  /** Moves those of paused sources out of the way; tells whether there were any. */
  static boolean setAside(Session session, List<Waiter> waiters, Set<String> paused) {
    List<Long> found =
        waiters.stream()
            .filter(waiter -> paused.contains(waiter.source()))
            .map(Waiter::id)
            .toList();
    session.updateIn("UPDATE entry SET state = 'paused' WHERE id IN ({keys})", found);
    return !found.isEmpty();
  }

  /** Now and then one event of a paused source is tried, of a customer who was not refused. */
  static Optional<Long> trial(Session session, Set<String> paused, long now) {
    if (paused.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> source =
        session.first(
            """
            SELECT source FROM pause WHERE ending = 0 AND (tried <= ? OR tried > ?)
            ORDER BY tried LIMIT 1
            """,
            row -> row.text(),
            now - EACH.toMillis(),
            now);
    return source.flatMap(
        name -> {
          session.update("UPDATE pause SET tried = ? WHERE source = ?", now, name);
          return another(session, name);
        });
  }

  private static Optional<Long> another(Session session, String source) {
    Set<Hash> refused =
        new HashSet<>(
            session.query(
                "SELECT customer FROM dead_letter WHERE customer IS NOT NULL ORDER BY id DESC LIMIT ?",
                row -> Hash.of(row.bytes()),
                Claims.STEP));
    List<Candidate> next =
        session.query(
            """
            SELECT id, customer FROM entry WHERE state = 'paused' AND source = ?
            ORDER BY source, id LIMIT ?
            """,
            row -> new Candidate(row.number("id"), Hash.of(row.bytes("customer"))),
            source,
            Claims.STEP);
    return next.stream()
        .filter(entry -> !refused.contains(entry.customer))
        .findFirst()
        .or(() -> next.stream().findFirst())
        .map(Candidate::id);
  }

  private static void release(Session session, String source) {
    int released =
        session.update(
            """
            UPDATE entry SET state = CASE WHEN why IS NULL THEN 'ready' ELSE 'retry' END
            WHERE id IN
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

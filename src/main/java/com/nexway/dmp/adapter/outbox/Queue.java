package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of each customer in line: the first, its head, may be claimed; those behind it wait
 * until it is over. So a claim never asks who is first, and costs the same whatever waits.
 */
final class Queue {
  private Queue() {}

  /** Which of the customers have an entry that is not over. */
  static Set<Hash> busy(Session session, Collection<Hash> customers) {
    return new HashSet<>(
        session.queryIn(
            "SELECT customer FROM entry WHERE head = 1 AND customer IN ({keys})",
            bytes(customers),
            row -> Hash.of(row.bytes(1))));
  }

  /** Puts entries at the end of their customers' lines, in their order. */
  static void append(Session session, Collection<NewEntry> entries, long now) {
    Set<Hash> customers = new HashSet<>();
    entries.forEach(entry -> customers.add(entry.in().customer()));
    Set<Hash> busy = busy(session, customers);
    List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
    List<@Nullable Object[]> bodies = new ArrayList<>(entries.size());
    for (NewEntry entry : entries) {
      rows.add(row(entry, busy.add(entry.in().customer()), now));
      bodies.add(new @Nullable Object[] {entry.id(), entry.body()});
    }
    session.updateEach(
        """
        INSERT INTO entry (id, source, key, customer, person, action, place, lane, state, head,
          attempts, tries, epoch, version, fingerprint, earlier, previous, letter, accepted_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    session.updateEach("INSERT INTO body (entry, bytes) VALUES (?, ?)", bodies);
  }

  private static @Nullable Object[] row(NewEntry entry, boolean first, long now) {
    Incoming in = entry.in();
    return new @Nullable Object[] {
      entry.id(),
      in.origin().source(),
      in.event().key(),
      in.customer().bytes(),
      Hash.bytesOrNull(in.person()),
      in.event().action(),
      in.origin().place(),
      entry.lane(),
      first ? "ready" : "behind",
      first ? 1 : 0,
      in.event().version(),
      in.fingerprint().bytes(),
      Hash.bytesOrNull(entry.earlier()),
      entry.previous() == 0 ? null : entry.previous(),
      entry.letter(),
      now
    };
  }

  /** Ends entries: they are nobody's head any more, and their bodies are forgotten. */
  static void close(Session session, Collection<Long> ids, String state, long now) {
    session.updateIn(
        "UPDATE entry SET state = ?, head = NULL, due = NULL, closed_at = ? WHERE id IN ({keys})",
        ids,
        state,
        now);
    session.updateIn("DELETE FROM body WHERE entry IN ({keys})", ids);
  }

  /** Lets the next entry of each customer be claimed, where its head is over; tells how many. */
  static int promote(Session session, Collection<Hash> customers) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Hash customer : Set.copyOf(customers)) {
      byte[] bytes = customer.bytes();
      rows.add(new @Nullable Object[] {bytes, bytes});
    }
    return session.updateEach(
        """
        UPDATE entry SET head = 1, state = 'ready'
        WHERE id = (SELECT id FROM entry WHERE customer = ? AND head = 0 ORDER BY lane, id LIMIT 1)
          AND NOT EXISTS (SELECT 1 FROM entry WHERE customer = ? AND head = 1)
        """,
        rows);
  }

  // A live event never overtakes its customer's history: the history becomes live.
  static void hurry(Session session, Collection<Hash> customers) {
    session.updateIn(
        "UPDATE entry SET lane = 0 WHERE head = 0 AND lane = 2 AND customer IN ({keys})",
        bytes(customers));
    session.updateIn(
        "UPDATE entry SET lane = 0 WHERE head = 1 AND lane = 2 AND customer IN ({keys})",
        bytes(customers));
  }

  private static List<byte[]> bytes(Collection<Hash> hashes) {
    return hashes.stream().map(Hash::bytes).toList();
  }
}

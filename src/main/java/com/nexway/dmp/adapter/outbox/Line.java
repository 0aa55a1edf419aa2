package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of each customer, one behind the other. Only the first that is not over may be
 * claimed; the others wait {@code behind} it. So a claim never asks who is first, and the order of
 * a customer's events cannot go wrong.
 */
final class Line {
  static final String PROMOTE =
      "UPDATE entry SET state = 'ready' WHERE state = 'behind' AND follows IN ({keys})";

  private Line() {}

  /** Puts entries at the end of their customers' lines, in their order. */
  static void append(Session session, Collection<NewEntry> entries, long now) {
    Map<Hash, Long> ends = ends(session, entries);
    Set<Long> open = open(session, ends.values());
    Set<Hash> hurried = hurry(session, entries, ends, open);
    Map<Hash, Long> moved = new HashMap<>();
    List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
    List<@Nullable Object[]> bodies = new ArrayList<>(entries.size());
    for (NewEntry entry : entries) {
      Hash customer = entry.in().customer();
      Long before = moved.containsKey(customer) ? moved.get(customer) : ends.get(customer);
      Lane lane = hurried.contains(customer) ? Lane.LIVE : entry.lane();
      rows.add(row(entry, lane, before, before != null && open.contains(before), now));
      bodies.add(new @Nullable Object[] {entry.id(), entry.body()});
      moved.put(customer, entry.id());
      open.add(entry.id());
    }
    session.updateEach(
        """
        INSERT INTO entry (id, source, shop, key, customer, person, action, place, lane, state, follows,
          attempts, tries, epoch, version, fingerprint, earlier, previous, letter, accepted_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    session.updateEach("INSERT INTO body (entry, bytes) VALUES (?, ?)", bodies);
    moveEnds(session, ends.keySet(), moved);
  }

  private static @Nullable Object[] row(
      NewEntry entry, Lane lane, @Nullable Long before, boolean behind, long now) {
    Incoming in = entry.in();
    return new @Nullable Object[] {
      entry.id(),
      in.origin().source(),
      in.shop(),
      in.key(),
      in.customer().bytes(),
      Hash.bytesOrNull(in.person()),
      in.event().action(),
      in.origin().place(),
      lane,
      behind ? EntryState.BEHIND : EntryState.READY,
      before,
      in.event().version(),
      in.fingerprint().bytes(),
      Hash.bytesOrNull(entry.earlier()),
      entry.previous() == 0 ? null : entry.previous(),
      entry.letter(),
      now
    };
  }

  /** Ends entries: their bodies are forgotten. */
  static void close(Session session, Collection<Long> ids, EntryState state, long now) {
    // Bodies first: on a full disk their pages are what the rest is written to.
    session.updateIn("DELETE FROM body WHERE entry IN ({keys})", ids);
    session.updateIn(
        "UPDATE entry SET state = ?, due = NULL, closed_at = ? WHERE id IN ({keys})",
        ids,
        state,
        now);
  }

  /** Lets those be claimed that stood directly behind entries that are over; tells how many. */
  static int promote(Session session, Collection<Long> over) {
    return session.updateIn(PROMOTE, over);
  }

  private static Map<Hash, Long> ends(Session session, Collection<NewEntry> entries) {
    Set<Hash> customers = new HashSet<>();
    entries.forEach(entry -> customers.add(entry.in().customer()));
    Map<Hash, Long> ends = new HashMap<>();
    session.queryIn(
        "SELECT customer, last FROM customer_line WHERE customer IN ({keys})",
        customers.stream().map(Hash::bytes).toList(),
        row -> ends.put(Hash.of(row.bytes("customer")), row.number("last")));
    return ends;
  }

  private static Set<Long> open(Session session, Collection<Long> ids) {
    return new HashSet<>(
        session.queryIn(
            "SELECT id FROM entry WHERE closed_at IS NULL AND id IN ({keys})",
            ids,
            row -> row.number()));
  }

  // A live event never overtakes its customer's history: the history becomes live. Going back from
  // the end, the first entry that is no history ends the search: all before it was hurried before.
  private static Set<Hash> hurry(
      Session session, Collection<NewEntry> entries, Map<Hash, Long> ends, Set<Long> open) {
    Set<Hash> live = new HashSet<>();
    for (NewEntry entry : entries) {
      if (entry.lane() == Lane.LIVE) {
        live.add(entry.in().customer());
      }
    }
    Set<Long> from = new HashSet<>();
    live.stream()
        .filter(ends::containsKey)
        .map(ends::get)
        .filter(open::contains)
        .forEach(from::add);
    session.updateIn(
        """
        UPDATE entry SET lane = 'live' WHERE id IN (
          WITH RECURSIVE line (id, follows) AS (
            SELECT id, follows FROM entry
            WHERE lane = 'backfill' AND closed_at IS NULL AND id IN ({keys})
            UNION ALL
            SELECT e.id, e.follows FROM line JOIN entry e ON e.id = line.follows
            WHERE e.lane = 'backfill' AND e.closed_at IS NULL)
          SELECT id FROM line)
        """,
        from);
    return live;
  }

  private static void moveEnds(Session session, Set<Hash> known, Map<Hash, Long> moved) {
    List<@Nullable Object[]> added = new ArrayList<>();
    List<@Nullable Object[]> changed = new ArrayList<>();
    moved.forEach(
        (customer, last) ->
            (known.contains(customer) ? changed : added)
                .add(new @Nullable Object[] {last, customer.bytes()}));
    session.updateEach("INSERT INTO customer_line (last, customer) VALUES (?, ?)", added);
    session.updateEach("UPDATE customer_line SET last = ? WHERE customer = ?", changed);
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes single entries out of their lines, as if they had never been there. */
final class Removal {
  private record Cut(
      String source,
      EntryState state,
      @Nullable Long follows,
      Hash customer,
      boolean open,
      boolean retrying) {}

  private Removal() {}

  /** Removes an entry; whoever stood behind it moves up. Tells whether it was there. */
  static boolean of(Session session, long id, Tally tally) {
    Optional<Cut> found =
        session.first(
            """
            DELETE FROM entry WHERE id = ?
            RETURNING source, state, follows, customer, closed_at IS NULL AS open,
              why IS NOT NULL AS retrying
            """,
            row ->
                new Cut(
                    row.text("source"),
                    row.one("state", EntryState.class),
                    row.numberOrNull("follows"),
                    Hash.of(row.bytes("customer")),
                    row.truth("open"),
                    row.truth("retrying")),
            id);
    if (found.isEmpty()) {
      return false;
    }
    Cut cut = found.get();
    session.update("DELETE FROM body WHERE entry = ?", id);
    session.update(
        "UPDATE entry SET follows = ?, state = ? WHERE state = 'behind' AND follows = ?",
        cut.follows,
        cut.state == EntryState.BEHIND ? EntryState.BEHIND : EntryState.READY,
        id);
    moveEnd(session, id, cut);
    if (cut.open) {
      tally.add(cut.source, cut.retrying ? Counted.RETRYING : Counted.WAITING, -1);
    }
    return true;
  }

  /** Forgets whose an entry is that is over; removes one that is not. */
  static int orBlank(Session session, long id) {
    int blank =
        session.update(
            """
            UPDATE entry SET key = '', place = '', why = NULL, person = NULL
            WHERE id = ? AND closed_at IS NOT NULL
            """,
            id);
    if (blank > 0) {
      return blank;
    }
    Tally tally = new Tally();
    int removed = of(session, id, tally) ? 1 : 0;
    tally.store(session);
    return removed;
  }

  /** Whether an entry is there, and its person was not taken out of it. */
  static boolean remembers(Session session, long id) {
    return session
        .first("SELECT 1 FROM entry WHERE id = ? AND key <> ''", row -> 1, id)
        .isPresent();
  }

  private static void moveEnd(Session session, long id, Cut cut) {
    if (cut.follows == null) {
      session.update(
          "DELETE FROM customer_line WHERE customer = ? AND last = ?", cut.customer.bytes(), id);
    } else {
      session.update(
          "UPDATE customer_line SET last = ? WHERE customer = ? AND last = ?",
          cut.follows,
          cut.customer.bytes(),
          id);
    }
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forgets what is old, a small step at a time, so that intake never waits long. */
final class Retention {
  private static final long SWEEP_EVERY = Duration.ofDays(1).toMillis();

  private record Gone(long id, Hash customer) {}

  private record Aged(String shop, String key, long at) {}

  private record Letter(long id, long diedAt, @Nullable String file) {}

  private String sweptShop = "";
  private String sweptKey = "";
  private long nextSweep = Long.MIN_VALUE;

  synchronized Forgotten step(Session session, RetentionSettings settings, long now) {
    int step = settings.step();
    int entries = entries(session, now - settings.delivered().toMillis(), step);
    List<Letter> letters = letters(session, now - settings.deadLetters().toMillis(), step);
    long unseenSince = now - settings.fingerprints().toMillis() - KeyStates.SIGHT;
    int fingerprints = now < nextSweep ? 0 : fingerprints(session, unseenSince, now, step);
    boolean leftOut = LeftOut.forget(session, now - settings.delivered().toMillis(), step);
    // A file's checkpoint keeps the same file from being read twice; a database's is its only one.
    Blamed.forget(session, now - settings.deadLetters().toMillis());
    session.update("DELETE FROM checkpoint WHERE key <> '' AND moved_at < ?", unseenSince);
    return new Forgotten(
        entries,
        letters.size(),
        fingerprints,
        letters.stream().map(Letter::file).filter(Objects::nonNull).toList(),
        entries == step || letters.size() == step || leftOut || now >= nextSweep);
  }

  private static int entries(Session session, long before, int step) {
    List<Gone> gone =
        session.query(
            """
            DELETE FROM entry WHERE id IN
              (SELECT id FROM entry WHERE closed_at IS NOT NULL AND closed_at < ?
               ORDER BY closed_at, id LIMIT ?)
            RETURNING id, customer
            """,
            row -> new Gone(row.number("id"), Hash.of(row.bytes("customer"))),
            before,
            step);
    List<@Nullable Object[]> ends = new ArrayList<>();
    gone.forEach(entry -> ends.add(new @Nullable Object[] {entry.customer.bytes(), entry.id}));
    session.updateEach("DELETE FROM customer_line WHERE customer = ? AND last = ?", ends);
    return gone.size();
  }

  // Letters die in the order of their ids: the oldest stand first.
  private static List<Letter> letters(Session session, long before, int step) {
    List<Letter> old =
        session
            .query(
                "SELECT id, died_at, file FROM dead_letter ORDER BY id LIMIT ?",
                row -> new Letter(row.number("id"), row.number("died_at"), row.textOrNull("file")),
                step)
            .stream()
            .filter(letter -> letter.diedAt < before)
            .toList();
    session.updateIn(
        "DELETE FROM dead_letter WHERE id IN ({keys})", old.stream().map(Letter::id).toList());
    return old;
  }

  private int fingerprints(Session session, long unseenSince, long now, int step) {
    List<Aged> looked =
        session.query(
            """
            SELECT shop, key, seen_at FROM record_state WHERE (shop, key) > (?, ?)
            ORDER BY shop, key LIMIT ?
            """,
            row -> new Aged(row.text("shop"), row.text("key"), row.number("seen_at")),
            sweptShop,
            sweptKey,
            step);
    List<@Nullable Object[]> old =
        looked.stream()
            .filter(aged -> aged.at < unseenSince)
            .map(aged -> new @Nullable Object[] {aged.shop, aged.key})
            .toList();
    session.updateEach("DELETE FROM record_state WHERE shop = ? AND key = ?", old);
    boolean over = looked.size() < step;
    sweptShop = over ? "" : looked.get(step - 1).shop;
    sweptKey = over ? "" : looked.get(step - 1).key;
    if (over) {
      nextSweep = now + SWEEP_EVERY;
    }
    return old.size();
  }
}

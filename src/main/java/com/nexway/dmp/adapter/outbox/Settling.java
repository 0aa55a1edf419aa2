package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores what became of entries, all in one transaction. */
final class Settling {
  private record Open(
      long id,
      int tries,
      long epoch,
      boolean retrying,
      String shop,
      String place,
      @Nullable Long letter,
      Hash customer,
      @Nullable Hash person,
      long acceptedAt) {}

  static final String LOAD =
      """
      SELECT id, tries, epoch, why IS NOT NULL AS retrying, shop, place, letter, customer, person,
        accepted_at
      FROM entry WHERE closed_at IS NULL AND tries > 0 AND id IN ({keys})
      """;

  private final Session session;
  private final long now;
  private final Tally tally = new Tally();
  private final Map<Long, Open> open = new HashMap<>();
  private final List<Long> delivered = new ArrayList<>();
  private final List<Long> duplicate = new ArrayList<>();
  private final List<Long> dead = new ArrayList<>();
  private final Set<String> sources = new HashSet<>();
  private final List<Hash> forgiven = new ArrayList<>();
  private final List<Hash> blamed = new ArrayList<>();
  private final List<DeadLetters.Closing> closing = new ArrayList<>();
  private final List<NewLetter> letters = new ArrayList<>();
  private final List<@Nullable Object[]> later = new ArrayList<>();
  private final List<@Nullable Object[]> resent = new ArrayList<>();

  Settling(Session session, long now) {
    this.session = session;
    this.now = now;
  }

  /** Stores all that is still true; tells how many entries may be claimed now. */
  int run(List<Settlement> settlements, long epoch) {
    Map<Long, Settlement> last = new LinkedHashMap<>();
    settlements.forEach(settlement -> last.put(settlement.entry().id(), settlement));
    load(last);
    last.values().stream().filter(s -> isTrue(s.entry(), epoch)).forEach(this::note);
    tally.store(session);
    return store();
  }

  // The epoch fences a sender that lost its lease, the tries one that speaks of an earlier attempt.
  private boolean isTrue(Entry entry, long epoch) {
    Open row = open.get(entry.id());
    return row != null
        && entry.epoch() == epoch
        && row.epoch == epoch
        && row.tries == entry.tries();
  }

  private void note(Settlement settlement) {
    Entry entry = settlement.entry();
    Open row = open.get(entry.id());
    if (row == null) {
      return;
    }
    tally.add(entry.source(), row.retrying ? Counted.RETRYING : Counted.WAITING, -1);
    if (settlement instanceof Settlement.Delivered taken) {
      (taken.duplicate() ? duplicate : delivered).add(entry.id());
      closing.add(new DeadLetters.Closing(row.shop, entry.key(), row.acceptedAt));
      tally.add(entry.source(), taken.duplicate() ? Counted.DUPLICATE : Counted.DELIVERED, 1);
      over(row, LetterState.DELIVERED);
      sources.add(entry.source());
      if (entry.kin()) {
        forgiven.add(row.customer);
      }
    } else if (settlement instanceof Settlement.Later again) {
      later.add(row(again));
      tally.add(entry.source(), Counted.RETRYING, 1);
    } else if (settlement instanceof Settlement.Dead end) {
      dead.add(entry.id());
      letters.add(letter(row, end));
      tally.add(entry.source(), Counted.DEAD, 1);
      over(row, LetterState.REFUSED_AGAIN);
      if (end.reason() == DeadLetter.Reason.EXHAUSTED) {
        blamed.add(row.customer);
      }
    }
  }

  private static @Nullable Object[] row(Settlement.Later again) {
    Earlier earlier = again.earlier();
    return new @Nullable Object[] {
      earlier.counted(),
      earlier.failed(),
      earlier.ends(),
      earlier.heard(),
      again.due().toEpochMilli(),
      again.why(),
      again.entry().id()
    };
  }

  private void over(Open row, LetterState letterState) {
    if (row.letter != null) {
      resent.add(new @Nullable Object[] {letterState, row.letter});
    }
  }

  private static NewLetter letter(Open row, Settlement.Dead end) {
    Entry entry = end.entry();
    return new NewLetter(
        entry.source(),
        row.shop,
        entry.key(),
        row.customer,
        row.person,
        entry.id(),
        end.reason(),
        end.why(),
        List.of(),
        row.place,
        null,
        new String(entry.body(), StandardCharsets.UTF_8),
        end.answer(),
        null);
  }

  private int store() {
    session.updateEach(
        """
        UPDATE entry SET state = 'retry', attempts = ?, failed = ?, ends = ?, heard = ?, due = ?,
          why = ?
        WHERE id = ?
        """,
        later);
    Pauses.end(session, sources);
    Blamed.forgive(session, forgiven);
    Blamed.blame(session, blamed, now);
    Line.close(session, delivered, EntryState.DELIVERED, now);
    Line.close(session, duplicate, EntryState.DUPLICATE, now);
    Line.close(session, dead, EntryState.DEAD, now);
    DeadLetters.add(session, letters, now);
    session.updateEach("UPDATE dead_letter SET state = ? WHERE id = ?", resent);
    DeadLetters.close(session, closing);
    return Stream.of(delivered, duplicate, dead)
        .mapToInt(over -> Line.promote(session, over))
        .sum();
  }

  private void load(Map<Long, Settlement> settlements) {
    session
        .queryIn(
            LOAD,
            settlements.keySet(),
            row ->
                new Open(
                    row.number("id"),
                    row.small("tries"),
                    row.number("epoch"),
                    row.truth("retrying"),
                    row.text("shop"),
                    row.text("place"),
                    row.numberOrNull("letter"),
                    Hash.of(row.bytes("customer")),
                    Hash.orNull(row.bytesOrNull("person")),
                    row.number("accepted_at")))
        .forEach(row -> open.put(row.id, row));
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the event of a dead letter into the outbox again. */
final class Resending {
  /** How many entries of one key are looked back at for a newer state. */
  private static final int LOOK_BACK = 1_000;

  private record Letter(
      String source,
      String shop,
      String place,
      LetterState state,
      @Nullable Hash customer,
      @Nullable String event,
      @Nullable Long entry,
      long diedAt) {

    /** Whose line it stood in, where that is not said by its address, which may be mended. */
    @Nullable Hash ownCustomer() {
      return customer == null || customer.equals(Hash.of(LetterText.address(event)))
          ? null
          : customer;
    }
  }

  private record Past(long id, EntryState state, long acceptedAt, long previous) {}

  private final Session session;
  private final long now;
  private final Pseudonym pseudonym;

  Resending(Session session, long now, Pseudonym pseudonym) {
    this.session = session;
    this.now = now;
    this.pseudonym = pseudonym;
  }

  List<Resent> send(List<Resend> letters) {
    Set<Resend> wanted =
        new HashSet<>(
            new Suppression(session, pseudonym)
                .without(letters, letter -> Incoming.people(letter.event())));
    List<Resent> resents = new ArrayList<>();
    for (Resend letter : letters) {
      resents.add(
          wanted.contains(letter)
              ? send(letter)
              : new Resent.Suppressed(
                  "its person was erased and is suppressed; erase --unsuppress lets them in again"));
    }
    return resents;
  }

  private Resent send(Resend resend) {
    long id = resend.letter();
    Optional<Letter> found = letter(id);
    if (found.isEmpty()) {
      return new Resent.Unknown("there is no dead letter " + id);
    }
    Letter letter = found.get();
    if (letter.state != LetterState.OPEN) {
      return new Resent.Before(
          switch (letter.state) {
            case CLOSED ->
                "dead letter %d needs nothing more: its record was delivered since".formatted(id);
            case DISCARDED -> "dead letter %d was discarded".formatted(id);
            default -> "dead letter %d was sent again before: %s".formatted(id, letter.state);
          },
          letter.state == LetterState.RESENT);
    }
    Incoming in =
        Incoming.of(
            resend.event(), letter.shop, new Origin(letter.source, letter.place), pseudonym);
    Hash customer = resend.mapped() ? null : letter.ownCustomer();
    if (customer != null) {
      in = in.in(customer);
    }
    KeyStates states = new KeyStates(session, letter.shop, Set.of(in.key()));
    KeyState known = states.of(in.key());
    if (!resend.forced() && known != null && isOutdated(letter, known)) {
      return new Resent.Outdated(
          "a newer state of %s was accepted since: sending this would undo it".formatted(in.key()));
    }
    return new Resent.Queued(enqueue(id, letter, in, states, known));
  }

  private long enqueue(
      long id, Letter letter, Incoming in, KeyStates states, @Nullable KeyState known) {
    long stamp = Stamp.of(in.event(), known, now);
    NewEntry entry =
        new NewEntry(
            Sequence.take(session, Sequence.ENTRY, 1),
            in,
            Lane.LIVE,
            known == null ? null : known.fingerprint(),
            known == null ? 0 : known.entry(),
            in.event().body(stamp),
            id);
    Line.append(session, List.of(entry), now);
    states.put(in, after(letter, in, known, stamp, entry.id()));
    states.store();
    session.update("UPDATE dead_letter SET state = 'resent' WHERE id = ?", id);
    Tally tally = new Tally();
    tally.add(letter.source, Counted.WAITING, 1);
    tally.add(letter.source, Counted.QUEUED, 1);
    tally.store(session);
    return entry.id();
  }

  // What decides whether the source's record has changed is what the source last showed: of a
  // record that the DMP refused that is the refused event, not the one that a person mended.
  private KeyState after(
      Letter letter, Incoming in, @Nullable KeyState known, long stamp, long entry) {
    Hash fingerprint =
        known == null || letter.entry == null ? in.fingerprint() : known.fingerprint();
    Long version = KeyState.later(known == null ? null : known.version(), in.event().version());
    return new KeyState(letter.source, fingerprint, version, stamp, entry, now);
  }

  // Newer and neither dead nor replaced: the DMP knows it, or will.
  private boolean isOutdated(Letter letter, KeyState known) {
    long next = known.entry();
    for (int i = 0; i < LOOK_BACK && next != 0; i++) {
      Optional<Past> found = past(next);
      if (found.isEmpty()) {
        return letter.entry != null && next > letter.entry;
      }
      Past past = found.get();
      boolean newer =
          letter.entry == null ? past.acceptedAt > letter.diedAt : past.id > letter.entry;
      if (!newer) {
        return false;
      }
      if (past.state != EntryState.DEAD) {
        return true;
      }
      next = past.previous;
    }
    return false;
  }

  private Optional<Past> past(long id) {
    return session.first(
        "SELECT id, state, accepted_at, previous FROM entry WHERE id = ?",
        row ->
            new Past(
                row.number("id"),
                row.one("state", EntryState.class),
                row.number("accepted_at"),
                row.number("previous")),
        id);
  }

  private Optional<Letter> letter(long id) {
    return session.first(
        "SELECT source, shop, place, state, customer, event, entry, died_at FROM dead_letter WHERE id = ?",
        row ->
            new Letter(
                row.text("source"),
                row.text("shop"),
                row.text("place"),
                row.one("state", LetterState.class),
                Hash.orNull(row.bytesOrNull("customer")),
                row.textOrNull("event"),
                row.numberOrNull("entry"),
                row.number("died_at")),
        id);
  }
}

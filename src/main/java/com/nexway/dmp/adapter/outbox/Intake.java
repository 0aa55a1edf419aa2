package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the events of one batch in, one after the other, for two of them may change one key. */
final class Intake {
  private final Session session;
  private final String source;
  private final Lane lane;
  private final boolean again;
  private final long now;
  private final KeyStates states;
  private final Map<Long, LastEntry> lasts = new LinkedHashMap<>();
  private final Map<Long, NewEntry> queued = new LinkedHashMap<>();
  private final List<LastEntry> dropped = new ArrayList<>();
  private long nextId;
  private final Hearing hearing;
  private final List<Incoming> stale = new ArrayList<>();
  private int unchanged;
  private int superseded;

  /**
   * @param again whether a source looks back at records that it has passed
   */
  Intake(
      Session session,
      String source,
      String shop,
      Lane lane,
      boolean again,
      long now,
      List<Incoming> in,
      Hearing hearing) {
    this.session = session;
    this.hearing = hearing;
    this.source = source;
    this.lane = lane;
    this.again = again;
    this.now = now;
    this.states =
        new KeyStates(session, shop, in.stream().map(Incoming::key).collect(Collectors.toSet()));
    loadLasts(in);
    this.nextId = in.isEmpty() ? 0 : Sequence.take(session, Sequence.ENTRY, in.size());
  }

  /** Decides on all, then stores. */
  void run(List<Incoming> in, Tally tally) {
    in.forEach(this::decide);
    store(tally);
  }

  int queued() {
    return queued.size();
  }

  /** Where the events come from that are to be sent. */
  Stream<Origin> origins() {
    return queued.values().stream().map(entry -> entry.in().origin());
  }

  /** What identifies the records whose events are to be sent. */
  Stream<String> keys() {
    return queued.values().stream().map(entry -> entry.in().key());
  }

  int unchanged() {
    return unchanged;
  }

  List<Incoming> stale() {
    return stale;
  }

  int superseded() {
    return superseded;
  }

  private void decide(Incoming in) {
    KeyState known = states.of(in.key());
    LastEntry last = known == null ? null : lasts.get(known.entry());
    switch (Verdict.of(in, source, known, last, again)) {
      case STALE -> {
        stale.add(in);
        hearing.stale(in);
      }
      case UNCHANGED -> {
        unchanged(in);
        if (known != null) {
          states.seen(in, known, now);
        }
      }
      case BACK -> {
        unchanged(in);
        drop(last);
        back(in, known, last);
      }
      case REPLACE -> {
        drop(last);
        enqueue(in, known, last);
      }
      case SEND -> enqueue(in, known, null);
    }
  }

  private void unchanged(Incoming in) {
    unchanged++;
    hearing.unchanged(in);
  }

  private void back(Incoming in, @Nullable KeyState known, @Nullable LastEntry last) {
    if (known != null && last != null && last.earlier() != null) {
      states.put(
          in, known.back(last.earlier(), last.previous(), in.event().version(), source, now));
    }
  }

  private void drop(@Nullable LastEntry last) {
    if (last != null) {
      superseded++;
      lasts.remove(last.id());
      if (queued.remove(last.id()) == null) {
        dropped.add(last);
      }
    }
  }

  private void enqueue(Incoming in, @Nullable KeyState known, @Nullable LastEntry replaced) {
    Hash earlier =
        replaced == null ? (known == null ? null : known.fingerprint()) : replaced.earlier();
    long previous = replaced == null ? (known == null ? 0 : known.entry()) : replaced.previous();
    long stamp = Stamp.of(in.event(), known, now);
    NewEntry entry =
        new NewEntry(
            nextId++,
            in,
            replaced == null || lane == Lane.LIVE ? lane : replaced.lane(),
            earlier,
            previous,
            in.event().body(stamp),
            null);
    queued.put(entry.id(), entry);
    lasts.put(entry.id(), entry.asLast());
    Long version = KeyState.later(known == null ? null : known.version(), in.event().version());
    states.put(in, new KeyState(source, in.fingerprint(), version, stamp, entry.id(), now));
  }

  private void store(Tally tally) {
    if (!dropped.isEmpty()) {
      dropped.forEach(entry -> Removal.of(session, entry.id(), tally));
    }
    Line.append(session, queued.values(), now);
    states.store();
    tally.add(source, Counted.WAITING, queued.size());
    tally.add(source, Counted.QUEUED, queued.size());
    tally.add(source, Counted.UNCHANGED, unchanged);
    tally.add(source, Counted.STALE, stale.size());
    tally.add(source, Counted.SUPERSEDED, superseded);
  }

  // Only a key that changes needs to know whether its last entry was seen by anybody.
  private void loadLasts(List<Incoming> in) {
    Set<Long> ids = new HashSet<>();
    for (Incoming incoming : in) {
      KeyState known = states.of(incoming.key());
      if (known != null && !known.fingerprint().equals(incoming.fingerprint())) {
        ids.add(known.entry());
      }
    }
    session
        .queryIn(
            """
            SELECT id, lane, state IN ('ready', 'behind', 'paused') AND tries = 0 AS untouched,
              letter, earlier, previous
            FROM entry WHERE id IN ({keys})
            """,
            ids,
            row ->
                new LastEntry(
                    row.number("id"),
                    row.one("lane", Lane.class),
                    row.truth("untouched"),
                    row.numberOrNull("letter") != null,
                    Hash.orNull(row.bytesOrNull("earlier")),
                    row.number("previous")))
        .forEach(last -> lasts.put(last.id(), last));
  }
}

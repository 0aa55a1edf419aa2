package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hands out the next entries, in the order of an index. */
final class Claims {
  /** Steps of a transaction are small, so that intake never waits long for one. */
  static final int STEP = 1_000;

  private static final String CLAIM =
      """
      UPDATE entry SET state = 'claimed', tries = tries + 1, epoch = ? WHERE id IN (%s)
      RETURNING id, source, key, customer, action, tries, attempts, failed, ends, heard, lane,
        (SELECT COUNT(*) FROM blamed_customer b WHERE b.customer = entry.customer) AS blamed,
        (SELECT bytes FROM body WHERE body.entry = entry.id) AS bytes
      """;
  static final String READY =
      CLAIM.formatted(
          "SELECT id FROM entry WHERE state = 'ready' AND lane = ? ORDER BY lane, id LIMIT ?");
  static final String DUE =
      CLAIM.formatted(
          """
          SELECT id FROM entry WHERE state = 'retry' AND lane = ? AND due <= ?
          ORDER BY lane, due, id LIMIT ?""");
  static final String ALONE =
      CLAIM.formatted(
          "SELECT id FROM entry WHERE state = 'alone' AND due <= ? ORDER BY due, id LIMIT 1");
  private static final String ONE = CLAIM.formatted("?");
  static final String OLDEST =
      "SELECT accepted_at FROM entry WHERE state = 'ready' AND lane = ? ORDER BY lane, id LIMIT 1";
  static final String OLDEST_DUE =
      """
      SELECT accepted_at FROM entry WHERE state = 'retry' AND lane = ? AND due <= ?
      ORDER BY lane, due LIMIT 1
      """;
  static final String NEXT_DUE =
      "SELECT due FROM entry WHERE state = 'retry' AND lane = ? ORDER BY lane, due LIMIT 1";

  private record Claimed(Lane lane, Entry entry) {}

  private final Shares shares = new Shares();
  private final ClockChange clockChange = new ClockChange();

  /**
   * Claimed entries.
   *
   * @param more whether another claim at once may find some that this one could not look at
   */
  record Taken(List<Entry> entries, boolean more) {
    static final Taken NONE = new Taken(List.of(), false);
  }

  /**
   * @param epoch of the lease; 0 where it is not held here
   */
  Taken take(Session session, Wanted wanted, long epoch, long now) {
    if (epoch == 0) {
      return Taken.NONE;
    }
    clockChange.mind(session, now);
    if (wanted instanceof Wanted.Next next) {
      Set<String> paused = Pauses.sources(session);
      List<Queue> blocked = Queue.setAside(session, paused, next.most(), now);
      Lanes lanes = new Lanes(session, epoch, now, blocked);
      if (next.others() > 0) {
        Pauses.trial(session, paused, now).ifPresent(lanes::one);
      }
      return next(lanes, next);
    }
    Lanes lanes = new Lanes(session, epoch, now, List.of());
    if (wanted instanceof Wanted.Alone) {
      lanes.alone();
    } else {
      Candidates.of(wanted, session, now).ifPresent(lanes::one);
    }
    return new Taken(lanes.entries(), false);
  }

  private Taken next(Lanes lanes, Wanted.Next next) {
    Shares.Share share = shares.of(next.most());
    int others = next.others() - lanes.claimed.size();
    int failed = Math.min(share.retry(), others);
    int found = lanes.claim(Queue.LIVE_DUE, failed);
    others -= found + lanes.claim(Queue.HISTORY_DUE, failed - found);
    others -= lanes.claim(Queue.HISTORY, Math.min(share.backfill(), others));
    lanes.claim(Queue.LIVE, next.most() - lanes.claimed.size());
    for (Queue queue : List.of(Queue.LIVE_DUE, Queue.HISTORY, Queue.HISTORY_DUE)) {
      others -= lanes.claim(queue, Math.min(others, next.most() - lanes.claimed.size()));
    }
    if (next.alone() && others > 0 && lanes.claimed.size() < next.most()) {
      lanes.alone();
    }
    shares.taken(lanes.claimed.size());
    boolean few = lanes.claimed.size() < next.most();
    return new Taken(lanes.entries(), !lanes.blocked.isEmpty() && few);
  }

  static Optional<Instant> nextDue(Session session) {
    return Stream.of(
            session.first(NEXT_DUE, Claims::instant, Lane.LIVE),
            session.first(NEXT_DUE, Claims::instant, Lane.BACKFILL),
            session.first(
                "SELECT due FROM entry WHERE state = 'alone' ORDER BY due LIMIT 1",
                Claims::instant))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  // The first of each lane by its index: the cost is the same whatever waits.
  static Optional<Instant> oldest(Session session, long now) {
    return Stream.of(Lane.values())
        .flatMap(
            lane ->
                Stream.of(
                    session.first(OLDEST, Claims::instant, lane),
                    session.first(OLDEST_DUE, Claims::instant, lane, now)))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  static Waiting waiting(Session session) {
    return new Waiting(
        any(session, "state = 'ready'")
            || any(session, "state = 'alone'")
            || any(session, "state = 'retry' AND failed = 0"),
        any(session, "state = 'retry' AND failed > 0"));
  }

  private static boolean any(Session session, String where) {
    return session.first("SELECT 1 FROM entry WHERE " + where + " LIMIT 1", r -> 1).isPresent();
  }

  private static Instant instant(Row row) {
    return Instant.ofEpochMilli(row.number());
  }

  /** One claim, lane by lane. */
  private record Lanes(
      Session session, long epoch, long now, List<Queue> blocked, List<Claimed> claimed) {
    Lanes(Session session, long epoch, long now, List<Queue> blocked) {
      this(session, epoch, now, blocked, new ArrayList<>());
    }

    int claim(Queue queue, int most) {
      if (most <= 0 || blocked.contains(queue)) {
        return 0;
      }
      return queue.isDue()
          ? add(session.query(DUE, this::claimed, epoch, queue.lane(), now, most))
          : add(session.query(READY, this::claimed, epoch, queue.lane(), most));
    }

    void one(long id) {
      add(session.query(ONE, this::claimed, epoch, id));
    }

    void alone() {
      add(session.query(ALONE, this::claimed, epoch, now));
    }

    private int add(List<Claimed> found) {
      claimed.addAll(found);
      return found.size();
    }

    List<Entry> entries() {
      claimed.sort(Comparator.comparing(Claimed::lane).thenComparing(c -> c.entry.id()));
      return claimed.stream().map(Claimed::entry).toList();
    }

    private Claimed claimed(Row row) {
      return new Claimed(
          row.one("lane", Lane.class),
          new Entry(
              row.number("id"),
              row.text("source"),
              row.text("key"),
              Hash.of(row.bytes("customer")).toString(),
              row.text("action"),
              row.small("tries"),
              Earlier.of(
                  row.small("attempts"),
                  row.number("failed"),
                  row.small("ends"),
                  row.small("heard")),
              row.number("blamed") > 0,
              epoch,
              row.bytes("bytes")));
    }
  }
}

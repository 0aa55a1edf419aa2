package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Hands out the next entries, in the order of an index. */
final class Claims {
  /** Steps of a transaction are small, so that intake never waits long for one. */
  static final int STEP = 1_000;

  static final String CLAIM =
      """
      UPDATE entry SET state = 'claimed', attempts = attempts + 1, tries = tries + 1, epoch = ?
      WHERE id IN
        (SELECT id FROM entry WHERE state = 'ready' AND lane = ? ORDER BY lane, id LIMIT ?)
      RETURNING id, source, key, customer, action, attempts, tries, lane, heard,
        (SELECT bytes FROM body WHERE body.entry = entry.id)
      """;
  static final String OLDEST =
      "SELECT accepted_at FROM entry WHERE state = 'ready' AND lane = ? ORDER BY lane, id LIMIT 1";
  static final String FALL_DUE =
      """
      UPDATE entry SET state = 'ready', lane = 1, due = NULL
      WHERE id IN
        (SELECT id FROM entry WHERE state = 'retry' AND due <= ? ORDER BY due, id LIMIT ?)
      RETURNING source
      """;

  private record Claimed(int lane, Entry entry) {}

  private final Shares shares = new Shares();

  /**
   * Claimed entries.
   *
   * @param more whether another claim at once may find some that this one could not look at
   */
  record Taken(List<Entry> entries, boolean more) {}

  Taken take(Session session, int most, long epoch, long now, Tally tally) {
    List<String> due = session.query(FALL_DUE, row -> row.text(1), now, STEP);
    due.forEach(
        source -> {
          tally.add(source, "retrying", -1);
          tally.add(source, "waiting", 1);
        });
    Set<Integer> blocked = Pauses.setAside(session, most);
    Lanes lanes = new Lanes(session, epoch, blocked);
    Shares.Share share = shares.of(most);
    boolean retries = lanes.claim(Urgency.RETRY, share.retry()) == share.retry();
    boolean history = lanes.claim(Urgency.BACKFILL, share.backfill()) == share.backfill();
    lanes.claim(Urgency.LIVE, most - lanes.claimed.size());
    if (retries) {
      lanes.claim(Urgency.RETRY, most - lanes.claimed.size());
    }
    if (history) {
      lanes.claim(Urgency.BACKFILL, most - lanes.claimed.size());
    }
    shares.taken(lanes.claimed.size());
    lanes.claimed.sort(Comparator.comparingInt(Claimed::lane).thenComparing(c -> c.entry.id()));
    return new Taken(
        lanes.claimed.stream().map(Claimed::entry).toList(),
        due.size() == STEP || (!blocked.isEmpty() && lanes.claimed.size() < most));
  }

  static Optional<Instant> nextDue(Session session) {
    return session.first(
        "SELECT due FROM entry WHERE state = 'retry' ORDER BY due LIMIT 1",
        row -> Instant.ofEpochMilli(row.number(1)));
  }

  // The first of each lane by its index: the cost is the same whatever waits.
  static Optional<Instant> oldestReady(Session session) {
    return IntStream.rangeClosed(Urgency.LIVE, Urgency.BACKFILL)
        .mapToObj(lane -> session.first(OLDEST, row -> Instant.ofEpochMilli(row.number(1)), lane))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** One claim, lane by lane. */
  private record Lanes(Session session, long epoch, Set<Integer> blocked, List<Claimed> claimed) {
    Lanes(Session session, long epoch, Set<Integer> blocked) {
      this(session, epoch, blocked, new ArrayList<>());
    }

    int claim(int lane, int most) {
      if (most <= 0 || blocked.contains(lane)) {
        return 0;
      }
      List<Claimed> found =
          session.query(
              CLAIM, row -> new Claimed(row.small(8), entry(row, epoch)), epoch, lane, most);
      claimed.addAll(found);
      return found.size();
    }
  }

  private static Entry entry(Row row, long epoch) {
    return new Entry(
        row.number(1),
        row.text(2),
        row.text(3),
        Hash.of(row.bytes(4)).toString(),
        row.text(5),
        row.small(6),
        row.small(7),
        Earlier.of(row.small(9)),
        epoch,
        row.bytes(10));
  }
}

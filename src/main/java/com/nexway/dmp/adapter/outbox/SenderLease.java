package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lease's row, and what this process knows of it. A standby never compares clocks with the
 * holder: it takes over when the row's beat has stood still for the lease's time by its own clock.
 */
final class SenderLease implements Lease {
  private record Stored(String holder, long epoch, long beat, boolean free) {}

  private record Held(long epoch, Instant until) {}

  private record Seen(Stored row, Instant since) {}

  private final Store store;
  private final Clock clock;
  private final Duration time;
  private final Holder self;
  private final Runnable onTaken;
  private volatile @Nullable Held held;
  private volatile Standing last = new Standing(false, 0, "nobody");
  private @Nullable Seen seen;

  SenderLease(Store store, Clock clock, Duration time, Holder self, Runnable onTaken) {
    this.store = store;
    this.clock = clock;
    this.time = time;
    this.self = self;
    this.onTaken = onTaken;
  }

  @Override
  public synchronized Standing keep() {
    Instant begun = clock.instant();
    Held before = held;
    Standing standing = store.write(session -> keep(session, begun));
    last = standing;
    held = standing.here() ? new Held(standing.epoch(), begun.plus(time)) : null;
    if (standing.here() && (before == null || before.epoch != standing.epoch())) {
      onTaken.run();
    }
    return standing;
  }

  private Standing keep(Session session, Instant now) {
    Stored row = row(session);
    Held mine = held;
    if (mine != null && mine.epoch == row.epoch && !row.free) {
      session.update("UPDATE lease SET beat = beat + 1 WHERE name = 'sender'");
      return new Standing(true, row.epoch, self.toString());
    }
    if (row.free || Holder.parse(row.holder).isGone(self) || stoodStill(row, now)) {
      return take(session, row.epoch + 1);
    }
    return new Standing(false, row.epoch, Holder.parse(row.holder).toString());
  }

  private boolean stoodStill(Stored row, Instant now) {
    Seen last = seen;
    if (last == null || !last.row.equals(row)) {
      seen = new Seen(row, now);
      return false;
    }
    return !now.isBefore(last.since.plus(time));
  }

  // What an older epoch had in flight may have been sent: it is sent again, the DMP drops doubles.
  private Standing take(Session session, long epoch) {
    session.update(
        """
        UPDATE lease SET holder = ?, epoch = ?, beat = beat + 1, free = 0 WHERE name = 'sender'
        """,
        self.stored(),
        epoch);
    session.update(
        """
        UPDATE entry SET state = 'ready', heard = heard | ? WHERE state = 'claimed' AND epoch < ?
        """,
        Earlier.UNANSWERED,
        epoch);
    return new Standing(true, epoch, self.toString());
  }

  @Override
  public boolean held() {
    Held mine = held;
    return mine != null && clock.instant().isBefore(mine.until);
  }

  @Override
  public Standing standing() {
    return last;
  }

  /** The epoch held here, where the store agrees; 0 elsewhere. */
  long epochIn(Session session) {
    Held mine = held;
    Stored row = mine == null ? null : row(session);
    return row != null && !row.free && row.epoch == Objects.requireNonNull(mine).epoch
        ? row.epoch
        : 0;
  }

  @Override
  public synchronized void release() {
    Held mine = held;
    held = null;
    if (mine != null) {
      store.write(
          session ->
              session.update(
                  "UPDATE lease SET free = 1 WHERE name = 'sender' AND epoch = ?", mine.epoch));
    }
  }

  private static Stored row(Session session) {
    return session
        .first(
            "SELECT holder, epoch, beat, free FROM lease WHERE name = 'sender'",
            r -> new Stored(r.text(1), r.number(2), r.number(3), r.small(4) == 1))
        .orElseThrow();
  }
}

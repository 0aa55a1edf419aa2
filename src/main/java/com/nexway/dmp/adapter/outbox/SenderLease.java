package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lease's row, and what this process knows of it. A standby never compares clocks with the
 * holder: it takes over when the beat has stood still for the lease's time by its own clock, which
 * is one that nobody sets.
 */
final class SenderLease implements Lease {
  private record Held(long epoch, long since) {}

  private record Seen(LeaseRow row, String beat, long since) {}

  private final Database database;
  private final Beat beat;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final long time;
  private final Holder self;
  private final Runnable onTaken;
  private volatile @Nullable Held held;
  private volatile Standing last = new Standing(false, 0, "nobody");
  private @Nullable Seen seen;

  /**
   * @param clock the wall's, for what is stored
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   * @param time how long the lease lasts without a beat
   */
  SenderLease(
      Database database,
      Clock clock,
      LongSupplier nanoTime,
      Duration time,
      Holder self,
      Runnable onTaken) {
    this.database = database;
    this.clock = clock;
    this.beat = Beat.of(database);
    this.nanoTime = nanoTime;
    this.time = time.toNanos();
    this.self = self;
    this.onTaken = onTaken;
  }

  @Override
  public synchronized Standing keep() {
    long begun = nanoTime.getAsLong();
    Held before = held;
    Standing standing =
        before != null && beat.next(before.epoch) ? here(before.epoch) : takeOrStandBy(begun);
    last = standing;
    held = standing.here() ? new Held(standing.epoch(), begun) : null;
    if (standing.here() && (before == null || before.epoch != standing.epoch())) {
      onTaken.run();
    }
    return standing;
  }

  private Standing takeOrStandBy(long now) {
    LeaseRow row = database.read(LeaseRow::of);
    String beaten = beat.last();
    boolean over =
        row.free() || Holder.parse(row.holder()).isGone(self) || stoodStill(row, beaten, now);
    Standing standing = over ? database.write(session -> take(session, row, beaten)) : other(row);
    if (standing.here()) {
      beat.next(standing.epoch());
    }
    return standing;
  }

  private boolean stoodStill(LeaseRow row, String beaten, long now) {
    Seen before = seen;
    if (before == null || !before.row.equals(row) || !before.beat.equals(beaten)) {
      seen = new Seen(row, beaten, now);
      return false;
    }
    return now - before.since >= time;
  }

  // Another standby may have been first, or the holder has gone on: only this transaction tells.
  // What an older epoch had in flight may have been sent: it is sent again, the DMP drops doubles.
  private Standing take(Session session, LeaseRow looked, String beaten) {
    LeaseRow row = LeaseRow.of(session);
    if (!row.equals(looked) || !beat.last().equals(beaten)) {
      return other(row);
    }
    long epoch = row.epoch() + 1;
    session.update(
        """
        UPDATE lease SET holder = ?, epoch = ?, beat = beat + 1, free = 0 WHERE name = 'sender'
        """,
        self.stored(),
        epoch);
    Recovered.afterAnEnd(session, epoch, clock.millis());
    return here(epoch);
  }

  private Standing here(long epoch) {
    return new Standing(true, epoch, self.toString());
  }

  private static Standing other(LeaseRow row) {
    return new Standing(false, row.epoch(), Holder.parse(row.holder()).toString());
  }

  @Override
  public boolean held() {
    Held mine = held;
    return mine != null && nanoTime.getAsLong() - mine.since < time;
  }

  @Override
  public Standing standing() {
    return last;
  }

  /** The epoch held here, where the store agrees; 0 elsewhere. */
  long epochIn(Session session) {
    Held mine = held;
    return mine != null && LeaseRow.of(session).isHeldUnder(mine.epoch) ? mine.epoch : 0;
  }

  @Override
  public synchronized void release() {
    Held mine = held;
    held = null;
    if (mine != null) {
      database.write(
          session -> {
            Recovered.afterAStop(session, mine.epoch, clock.millis());
            return session.update(
                "UPDATE lease SET free = 1 WHERE name = 'sender' AND epoch = ?", mine.epoch);
          });
    }
  }
}

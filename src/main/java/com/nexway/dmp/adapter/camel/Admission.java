package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.delivery.Turn;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many events may be claimed now. Claimed is only what goes out at once: whatever is claimed
 * ahead, a live event would have to wait for.
 */
final class Admission {
  /** Slots this near are claimed for: about what a claim and the way to the socket take. */
  private static final Duration HORIZON = Duration.ofMillis(25);

  /** Without a limit, as much is claimed ahead as is sent in this time. */
  private static final Duration AHEAD = Duration.ofMillis(100);

  /** The pace allows nothing yet. */
  private static final Turn FOR_A_SLOT = new Turn.Rest(Long.MIN_VALUE);

  private static final int MOST_AHEAD = 960;

  /** Without a limit, this often a claim may be smaller than a quarter of what is in flight. */
  private static final Duration SMALL = Duration.ofMillis(10);

  /** Nothing waits longer than this without another look. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final int inFlight;
  private final Pace pace;
  private final Destination destination;
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicLong ended = new AtomicLong();
  private long sampledAt = System.nanoTime();
  private long sampledEnded;
  private int ahead;
  private long claimedAt = sampledAt;

  Admission(int inFlight, Pace pace, Destination destination) {
    this.inFlight = inFlight;
    this.pace = pace;
    this.destination = destination;
  }

  int inFlight() {
    return inFlight;
  }

  /** Entries claimed and not yet settled. */
  int outstanding() {
    return outstanding.get();
  }

  /** What to claim now; asked by the claiming thread alone. */
  Turn turn() {
    int free = free();
    int slots = Math.min(pace.within(HORIZON), free);
    boolean worth =
        free >= (inFlight + ahead) / 4 || free >= slots || sinceClaim().compareTo(SMALL) >= 0;
    Turn turn = destination.turn(free);
    if (turn instanceof Turn.Rest) {
      return turn;
    }
    if (slots <= 0 || !worth) {
      return FOR_A_SLOT;
    }
    return turn instanceof Turn.Flow flow ? flow.atMost(slots) : turn;
  }

  /** How long nothing can be claimed, unless something happens. */
  Duration wait(Turn.Rest rest) {
    if (free() <= 0) {
      return LONGEST;
    }
    if (rest.equals(FOR_A_SLOT)) {
      Duration slot = pace.until(HORIZON);
      return slot.isZero() ? SMALL : slot;
    }
    return destination.until(rest.until(), LONGEST);
  }

  /** Notes an entry that is handed out. */
  void handedOut(Entry entry, Turn.Pick pick) {
    claimedAt = System.nanoTime();
    if (pick != Turn.Pick.DELIVERED) {
      pace.under(entry.epoch());
    }
    destination.began(entry, pick);
    outstanding.incrementAndGet();
    pace.expect(1);
  }

  /** Notes an entry that is settled. */
  void ended(Entry entry) {
    destination.ended(entry);
    outstanding.decrementAndGet();
    ended.incrementAndGet();
  }

  private int free() {
    long now = System.nanoTime();
    long passed = now - sampledAt;
    if (passed > AHEAD.toNanos()) {
      long sent = ended.get() - sampledEnded;
      ahead = (int) Math.min(MOST_AHEAD, sent * AHEAD.toNanos() / passed);
      sampledAt = now;
      sampledEnded += sent;
    }
    return inFlight + ahead - outstanding.get();
  }

  private Duration sinceClaim() {
    return Duration.ofNanos(System.nanoTime() - claimedAt);
  }
}

package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Never more requests in any sliding second than the limit, measured where they are written.
 *
 * <p>Two halves: {@link #next} gives each event its own slot, so that requests are spread over the
 * second; {@link Start#tryBegin} is asked at the moment of writing, when the connection stands, and
 * holds a request back that would still come too early. Times are the monotonic clock's.
 */
public final class Pace {
  /**
   * Above a second, for what the way to the server may add to one request and not to the one that
   * comes a second later. It costs 2 % of the limit; 3 % may be lost.
   */
  static final long MARGIN = Duration.ofMillis(20).toNanos();

  /** A request is handed on this much before its time, for the steps up to the socket. */
  static final long LEAD = Duration.ofMillis(2).toNanos();

  private static final long WINDOW = Duration.ofSeconds(1).toNanos() + MARGIN;

  /** Slots that passed unused are made up for up to this far back. */
  private static final long CREDIT = Duration.ofMillis(50).toNanos();

  /** Claimed entries that never asked for their slot are forgotten after this long. */
  private static final long PROMISE = Duration.ofSeconds(1).toNanos();

  /** The answer to the first request is waited for this long. */
  static final long WARMING = Duration.ofMillis(500).toNanos();

  /** How often the answer to the first request is looked for. */
  private static final long LOOK = Duration.ofMillis(2).toNanos();

  private static final int NO_LIMIT = 0;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Requests requests;
  private final Deque<Start> starts = new ArrayDeque<>();
  private @Nullable Start first;
  private boolean warm;
  private long opens;
  private long slot;
  private int expected;
  private long expectedUntil;
  private long epoch;

  /**
   * @param perSecond most requests begun in any one second; empty for no limit
   * @param nanos a monotonic clock such as {@link System#nanoTime}
   * @param requests told of each request that begins and ends
   */
  public Pace(OptionalInt perSecond, LongSupplier nanos, Requests requests) {
    this.perSecond = perSecond.orElse(NO_LIMIT);
    this.nanos = nanos;
    this.requests = requests;
    restart();
  }

  /**
   * Notes the lease under which is sent. When it has changed hands a full second passes before the
   * next request: another process may have sent until just now. A new pace begins in the same way.
   *
   * @param lease the lease's epoch; 0 where it is not held here
   */
  public synchronized void under(long lease) {
    if (lease != 0 && lease != epoch) {
      epoch = lease;
      restart();
    }
  }

  private void restart() {
    opens = nanos.getAsLong() + WINDOW;
    slot = opens - spacing();
    warm = false;
    first = null;
  }

  /**
   * Takes the next free slot.
   *
   * @return how long it is until then, in milliseconds
   */
  public synchronized long next() {
    if (perSecond == NO_LIMIT) {
      return 0;
    }
    long now = nanos.getAsLong();
    slot = free(now);
    expected = Math.max(0, expected - 1);
    return Math.max(0, Duration.ofNanos(slot - LEAD - now).toMillis());
  }

  /**
   * How many entries are worth claiming now.
   *
   * @param horizon how far ahead slots are looked for
   * @return slots that nobody has taken or was promised
   */
  public synchronized int within(Duration horizon) {
    if (perSecond == NO_LIMIT) {
      return Integer.MAX_VALUE;
    }
    long now = nanos.getAsLong();
    long ahead = now + horizon.toNanos() - free(now);
    long slots = ahead < 0 ? 0 : 1 + ahead / spacing();
    return (int) Math.max(0, Math.min(slots, perSecond) - promised(now));
  }

  /** How long until {@link #within} may be more than none. */
  public synchronized Duration until(Duration horizon) {
    if (perSecond == NO_LIMIT) {
      return Duration.ZERO;
    }
    long now = nanos.getAsLong();
    long wait = free(now) + promised(now) * spacing() - horizon.toNanos() - now;
    return Duration.ofNanos(Math.max(0, wait));
  }

  /** Notes that {@code entries} were claimed and will each ask for a slot at once. */
  public synchronized void expect(int entries) {
    long now = nanos.getAsLong();
    expected = promised(now) + entries;
    expectedUntil = now + PROMISE;
  }

  /** The start of one request, for the moment when it is written. */
  public Start start() {
    return new Start();
  }

  private int promised(long now) {
    return now - expectedUntil < 0 ? expected : 0;
  }

  private long free(long now) {
    long free = Math.max(slot + spacing(), now - CREDIT);
    return Math.max(free, earliest());
  }

  private long earliest() {
    Start oldest = starts.peekFirst();
    return oldest == null || starts.size() < perSecond
        ? opens
        : Math.max(opens, oldest.at + WINDOW);
  }

  /**
   * A server that has just started takes the first request late, and would see it together with the
   * next ones: so the first one counts from its answer, and the others wait for that, up to half a
   * second.
   */
  private long untilWarm(long now) {
    if (first == null) {
      return 0;
    }
    long left = first.at + WARMING - now;
    if (left <= 0) {
      first.at = now;
      first = null;
      warm = true;
    }
    return Math.min(left, LOOK);
  }

  private long spacing() {
    return perSecond == NO_LIMIT ? 0 : WINDOW / perSecond;
  }

  /** One request's start. */
  public final class Start {
    private long at;
    private long begun;
    private boolean out;
    private boolean over;

    private Start() {}

    /**
     * Lets the request begin, if its time has come.
     *
     * @return 0 if it may begin; else how many nanoseconds it must still wait
     */
    public long tryBegin() {
      return perSecond == NO_LIMIT ? 0 : take();
    }

    private long take() {
      synchronized (Pace.this) {
        long now = nanos.getAsLong();
        long wait = Math.max(earliest() - now, untilWarm(now));
        if (wait > 0) {
          return wait;
        }
        if (starts.size() >= perSecond) {
          starts.removeFirst();
        }
        at = now;
        starts.addLast(this);
        if (!warm && first == null) {
          first = this;
        }
        return 0;
      }
    }

    /** Its first bytes are written now; what was held back before is no request of anybody's. */
    public void writing() {
      synchronized (Pace.this) {
        if (!over) {
          begun = nanos.getAsLong();
          out = true;
          requests.begun();
        }
      }
    }

    /** The request is written: it may have arrived as late as now, and counts from now. */
    public void written() {
      synchronized (Pace.this) {
        at = nanos.getAsLong();
      }
    }

    /** The request has its answer, or never will. */
    public void answered() {
      synchronized (Pace.this) {
        over = true;
        if (out) {
          out = false;
          requests.ended(nanos.getAsLong() - begun);
        }
        if (first == this) {
          at = nanos.getAsLong();
          first = null;
          warm = true;
        }
      }
    }
  }
}

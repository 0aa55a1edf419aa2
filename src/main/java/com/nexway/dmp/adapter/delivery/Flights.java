package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.util.HashMap;
import java.util.Map;

/** The requests that have begun and have no answer yet, and the order in which all happened. */
final class Flights {
  private final Map<Long, Flight> out = new HashMap<>();
  private final Ticks ticks;
  private final Evidence evidence;
  private long last;
  private int alone;

  /**
   * @param firstTick microseconds of the clock
   */
  Flights(long firstTick, Evidence evidence) {
    this.ticks = new Ticks(firstTick);
    this.evidence = evidence;
  }

  void begun(Entry entry, Turn.Pick pick) {
    Earlier earlier = entry.earlier();
    long failed = ticks.ofThisRun(earlier.failed());
    boolean clears = earlier.hasFailed() && evidence.tells(entry.customer(), failed);
    out.put(entry.id(), new Flight(entry, pick, tick(), clears));
    alone += isAlone(entry) ? 1 : 0;
  }

  /** A request has ended. One that is not known began before all others. */
  Flight ended(Entry entry) {
    Flight flight = out.remove(entry.id());
    if (flight == null) {
      return new Flight(entry, Turn.Pick.NEXT, 0, false);
    }
    alone -= isAlone(flight.entry()) ? 1 : 0;
    return flight;
  }

  /** The present tick: greater than that of any request or failure so far. */
  long tick() {
    last = ticks.next();
    return last;
  }

  /** The greatest tick so far. */
  long last() {
    return last;
  }

  boolean isEmpty() {
    return out.isEmpty();
  }

  boolean anySince(long tick) {
    return out.values().stream().anyMatch(flight -> flight.tick() > tick);
  }

  boolean anyProbe() {
    return out.values().stream().anyMatch(Flight::isProbe);
  }

  /** Whether an event is out that was so at ends of the process before. */
  boolean anyAlone() {
    return alone > 0;
  }

  private static boolean isAlone(Entry entry) {
    return entry.earlier().isAlone();
  }
}

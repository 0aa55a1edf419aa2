package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.delivery.Turn.Pick;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What keeps everything back, whoever is to blame: the DMP lets nothing in, or a gateway asked for
 * a pause.
 */
final class DeliveryGate {
  private final Access access;
  private final Throttling throttling = new Throttling();

  /**
   * @param probe how long a DMP that lets nothing in is left alone
   */
  DeliveryGate(Duration probe) {
    this.access = new Access(probe);
  }

  /** What may be sent now; empty where nothing is kept back. */
  Optional<Turn> turn(int free, Flights flights, long now) {
    if (access.isWrong()) {
      boolean probe = now >= access.next() && free > 0 && !flights.anySince(access.tick());
      return Optional.of(
          probe ? new Turn.Probe(List.of(Pick.NEXT), access.next()) : new Turn.Rest(access.next()));
    }
    if (now < throttling.until()) {
      return Optional.of(new Turn.Rest(throttling.until()));
    }
    return free <= 0 || throttling.isSlowed() && flights.anySince(throttling.tick())
        ? Optional.of(new Turn.Rest(Long.MAX_VALUE))
        : Optional.empty();
  }

  /** An answer has come to a request that began at {@code tick}. */
  void answered(Meaning meaning, long tick) {
    if (meaning instanceof Meaning.Unwritten) {
      return;
    }
    if (!(meaning instanceof Meaning.NoAccess)) {
      access.right();
    }
    if (!(meaning instanceof Meaning.SlowDown)) {
      throttling.over(tick);
    }
  }

  /** Nothing is let in. */
  void wrong(Flight flight, long last, long now) {
    access.wrong(flight.tick(), last, now);
  }

  /**
   * A gateway wants fewer requests.
   *
   * @return how long the pause is from now on
   */
  Duration slow(Flight flight, Meaning.SlowDown slow, long last, long now) {
    long until = throttling.slow(slow.retryAfter(), flight.tick(), last, now);
    return Duration.ofMillis(Math.max(0, until - now));
  }

  boolean isStopped() {
    return access.isWrong();
  }

  boolean isSlowed() {
    return throttling.isSlowed();
  }

  /** When something may be sent again; 0 where nothing is kept back. */
  long next() {
    return access.isWrong() ? access.next() : throttling.isSlowed() ? throttling.until() : 0;
  }
}

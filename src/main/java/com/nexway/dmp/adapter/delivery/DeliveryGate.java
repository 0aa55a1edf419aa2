package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.delivery.Turn.Pick;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What keeps everything back, whoever is to blame: the door is wrong, or a gateway asked for a
 * pause.
 */
final class DeliveryGate {
  private final Doorway doorway;
  private final Slowing slowing = new Slowing();

  /**
   * @param probe how long a wrong door is left alone
   */
  DeliveryGate(Duration probe) {
    this.doorway = new Doorway(probe);
  }

  /** What may be sent now; empty where nothing is kept back. */
  Optional<Turn> turn(int free, Flights flights, long now) {
    if (doorway.isWrong()) {
      boolean probe = now >= doorway.next() && free > 0 && !flights.anySince(doorway.tick());
      return Optional.of(
          probe
              ? new Turn.Probe(List.of(Pick.NEXT), doorway.next())
              : new Turn.Rest(doorway.next()));
    }
    if (now < slowing.until()) {
      return Optional.of(new Turn.Rest(slowing.until()));
    }
    return free <= 0 || slowing.isSlowed() && flights.anySince(slowing.tick())
        ? Optional.of(new Turn.Rest(Long.MAX_VALUE))
        : Optional.empty();
  }

  /** An answer has come to a request that began at {@code tick}. */
  void answered(Reading reading, long tick) {
    if (reading instanceof Reading.Unwritten) {
      return;
    }
    if (!(reading instanceof Reading.WrongDoor)) {
      doorway.right();
    }
    if (!(reading instanceof Reading.SlowDown)) {
      slowing.over(tick);
    }
  }

  /** Nothing is let in. */
  void wrong(Flight flight, long last, long now) {
    doorway.wrong(flight.tick(), last, now);
  }

  /**
   * A gateway wants fewer requests.
   *
   * @return how long the pause is from now on
   */
  Duration slow(Flight flight, Reading.SlowDown slow, long last, long now) {
    long until = slowing.slow(slow.retryAfter(), flight.tick(), last, now);
    return Duration.ofMillis(Math.max(0, until - now));
  }

  boolean isStopped() {
    return doorway.isWrong();
  }

  boolean isSlowed() {
    return slowing.isSlowed();
  }

  /** When something may be sent again; 0 where nothing is kept back. */
  long next() {
    return doorway.isWrong() ? doorway.next() : slowing.isSlowed() ? slowing.until() : 0;
  }
}

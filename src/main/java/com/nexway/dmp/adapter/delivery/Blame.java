package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.delivery.Turn.Pick;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Who is to blame where an event fails in doubt: the event, or the service. It neither reads nor
 * writes, and is told the time and what happens.
 *
 * <pre>
 * service   what happens                                    becomes  what follows
 * --------  ----------------------------------------------  -------  -----------------------------------
 * WELL      an event fails                                  WELL     it is set aside, others go on
 * WELL      the 20th customer fails, none taken between     AWAY     one probe at a time
 * WELL      nothing is left to send but what has failed     AWAY     the same
 * AWAY      a probe fails                                   AWAY     next one in 1/30 of the time away
 * AWAY      the delivered body, or an event, was had (429)  PROBING  others one at a time, a second apart
 *           before, or one is refused (400, 501)
 * PROBING   an event that was not tried before fails        PROBING  the next one a second later
 * PROBING   there is no answer, or a failed one fails       AWAY     the delivered body is asked again
 * any       a new event is taken (2xx)                      WELL     as fast as the pace allows
 * AWAY      nothing waits any more                          WELL
 *
 * event     what happens                                    becomes  what follows
 * --------  ----------------------------------------------  -------  -----------------------------------
 * new       fails in doubt                                  failed   again in 1 min, nothing counts
 * failed    fails; no other customer's new event was begun  failed   again in 1 min, nothing counts
 *           and taken since
 * failed    fails; one was, before this request began       failed   an attempt counts: 1 min, 4 min … 8 h
 * failed    the eighth (of kin: third) attempt counts       dead     its customer's next event has three
 * any       slowed thrice, others taken between             done     the DMP had it
 * any       400, 501                                        dead
 * any       2xx; 429 after a lost answer, or twice          done
 * </pre>
 *
 * <p>Over both lie access (credentials or address are wrong: one probe a minute) and the pause of a
 * gateway. Times are milliseconds of a clock that is never set. Not safe for several threads.
 */
final class Blame {
  /** So many customers failing with none taken between are the service's fault, not theirs. */
  static final int MANY = 20;

  /** This part of the places is kept for live events that were never tried. */
  private static final int KEPT = 8;

  private static final int SLOWED_HAD = 3;

  /** How the service does, as far as events tell. */
  enum Service {
    WELL,
    AWAY,
    PROBING
  }

  private final int places;
  private final Evidence evidence = new Evidence();
  private final Flights flights;
  private final DeliveryGate gate;
  private final Waits waits;
  private final Newcomers newcomers = new Newcomers();
  private final LastDelivered lastDelivered = new LastDelivered();
  private final Outage outage;
  private boolean away;

  /**
   * @param places most requests begun and not yet answered
   * @param waits how long events wait, and access that is refused
   * @param firstTick microseconds of the clock
   * @param random numbers from 0 (included) to 1 (excluded)
   */
  Blame(int places, Waits waits, long firstTick, DoubleSupplier random) {
    this.places = places;
    this.waits = waits;
    this.gate = new DeliveryGate(waits.access());
    this.flights = new Flights(firstTick, evidence);
    this.outage = new Outage(random);
  }

  Service service(long now) {
    return !away ? Service.WELL : outage.isOpen(now) ? Service.PROBING : Service.AWAY;
  }

  /** Whether so many customers failed that it must be the service's fault. */
  boolean isOutage() {
    return away && evidence.failing() >= MANY;
  }

  DeliveryGate gate() {
    return gate;
  }

  /** When something may be sent again; not later than the present where it may be now. */
  long next() {
    return gate.next() != 0 ? gate.next() : away ? outage.next() : 0;
  }

  /**
   * What may be sent now.
   *
   * @param free how many requests may begin
   */
  Turn turn(int free, long now) {
    Optional<Turn> kept = gate.turn(free, flights, now);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (!away) {
      int most = gate.isSlowed() ? 1 : free;
      return new Turn.Flow(
          most, Math.min(most, Math.max(0, free - places / KEPT)), !flights.anyAlone());
    }
    return probe(free, now);
  }

  private Turn probe(int free, long now) {
    List<Pick> picks = new ArrayList<>();
    if (newcomers.mayGo(now)) {
      picks.add(Pick.NEWCOMER);
    }
    boolean out = flights.anyProbe();
    boolean due = now >= outage.next() && !out && free > places / KEPT;
    if (due) {
      if (!outage.isOpen(now) && lastDelivered.at(now).isPresent()) {
        picks.add(Pick.DELIVERED);
      } else {
        picks.add(Pick.UNTRIED);
        if (!flights.anyAlone()) {
          picks.add(Pick.ALONE);
        }
        picks.add(Pick.FAILED);
      }
    }
    long newcomer = newcomers.mayGo(now) ? Long.MAX_VALUE : newcomers.next();
    long until = out || due ? newcomer : Math.min(newcomer, outage.next());
    return picks.isEmpty() ? new Turn.Rest(until) : new Turn.Probe(picks, until);
  }

  /** The event that was delivered last, which {@link Pick#DELIVERED} asks for. */
  LastDelivered lastDelivered() {
    return lastDelivered;
  }

  /** An event is on its way. */
  void begun(Entry entry, Pick pick, long now) {
    flights.begun(entry, pick);
    if (pick == Pick.NEWCOMER) {
      newcomers.went(now);
    }
  }

  /** An event is not on its way any more, whatever became of it. */
  void ended(Entry entry) {
    flights.ended(entry);
  }

  /**
   * Nothing was found to send, and nothing is on its way.
   *
   * @param failed whether events wait that have failed
   */
  void quiet(boolean failed, long now) {
    if (flights.isEmpty() && away != failed) {
      away = failed;
      outage.begin(now);
    }
  }

  /** An event has its answer, or will have none. */
  Ruling read(Entry entry, Meaning meaning, long now) {
    Flight flight = flights.ended(entry);
    gate.answered(meaning, flight.tick());
    Ruling ruling = ruling(flight, meaning, now);
    if (ruling instanceof Ruling.Done || ruling instanceof Ruling.Never) {
      evidence.forget(entry.id());
    }
    return flight.pick() == Pick.DELIVERED ? new Ruling.Nothing() : ruling;
  }

  private Ruling ruling(Flight flight, Meaning meaning, long now) {
    Earlier earlier = flight.entry().earlier();
    if (meaning instanceof Meaning.Delivered) {
      return taken(flight, now);
    } else if (meaning instanceof Meaning.Duplicate) {
      outage.open(now);
      return new Ruling.Done(true);
    } else if (meaning instanceof Meaning.Again) {
      outage.open(now);
      return Ruling.Again.toBeSure(waits.onceMore(), earlier);
    } else if (meaning instanceof Meaning.Refused refused) {
      outage.open(now);
      return Ruling.Never.refused(flight.entry(), refused);
    } else if (meaning instanceof Meaning.Doubt doubt) {
      return failed(flight, doubt, now);
    } else if (meaning instanceof Meaning.SlowDown slow) {
      return slowed(flight, slow, now);
    } else if (meaning instanceof Meaning.NoAccess none) {
      gate.wrong(flight, flights.last(), now);
      return new Ruling.Again(Duration.ZERO, none.why(), earlier.answered());
    }
    if (flight.isProbe()) {
      outage.probed(now);
    }
    return new Ruling.Again(Duration.ZERO, ((Meaning.Unwritten) meaning).why(), earlier);
  }

  private Ruling taken(Flight flight, long now) {
    if (flight.pick() == Pick.DELIVERED) {
      lastDelivered.forgotten();
      outage.open(now);
    } else {
      evidence.taken(flight.entry().customer(), flight.tick(), flights.last());
      outage.taken(flight.tick());
      lastDelivered.keep(flight.entry(), now);
      away = false;
    }
    return new Ruling.Done(false);
  }

  private Ruling failed(Flight flight, Meaning.Doubt doubt, long now) {
    Entry entry = flight.entry();
    if (flight.pick() == Pick.FAILED || doubt.answer().status() == 0) {
      outage.shut(now);
    }
    if (flight.isProbe()) {
      outage.probed(now);
    }
    if (flight.pick() != Pick.DELIVERED) {
      evidence.failed(entry.customer());
    }
    if (!away && evidence.failing() >= MANY) {
      away = true;
      outage.begin(now);
    }
    long last = flights.last();
    doubt.retryAfter().ifPresent(asked -> outage.notBefore(now + asked.toMillis(), last));
    return BlameRule.failed(entry, doubt, flights.tick(), flight.clears(), waits);
  }

  private Ruling slowed(Flight flight, Meaning.SlowDown slow, long now) {
    Duration pause = gate.slow(flight, slow, flights.last(), now);
    int times = evidence.slowed(flight.entry().id(), flights.last());
    return times < SLOWED_HAD ? Ruling.Again.slowed(pause, flight.entry()) : new Ruling.Done(true);
  }
}

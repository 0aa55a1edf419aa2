package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the answers say about the DMP as a whole: whether an event is poison or the DMP is away,
 * whether it must be left alone, whether somebody must mend the credentials. {@link Blame} decides;
 * this is its clock, its lock and its voice.
 *
 * <p>What must outlive a restart is told to the outbox with each event. Safe for several threads.
 */
public final class Destination {
  private static final Logger LOG = LoggerFactory.getLogger(Destination.class);

  /** An event that arrived longer ago waits its turn while the DMP is away. */
  public static final Duration FRESH = Newcomers.FRESH;

  private static final String SLOWED =
      "The DMP, or a gateway before it, asks for fewer requests (429).";

  private final Blame blame;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Announcements announcements;
  private Mode mode = Mode.FLOWING;
  private Instant since;
  private String why = "";
  private boolean doubtful = true;

  /**
   * @param places most requests begun and not yet answered
   * @param nanos a monotonic clock such as {@link System#nanoTime}
   * @param random numbers from 0 (included) to 1 (excluded), for the jitter
   */
  public Destination(
      int places, Waits waits, Clock clock, LongSupplier nanos, DoubleSupplier random) {
    this.clock = clock;
    this.nanos = nanos;
    this.since = clock.instant();
    this.announcements = new Announcements(nanos);
    this.blame = new Blame(places, waits, ChronoUnit.MICROS.between(Instant.EPOCH, since), random);
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
  }

  /**
   * What may be sent now.
   *
   * @param free how many requests may begin
   */
  public synchronized Turn turn(int free) {
    return blame.turn(free, now());
  }

  /**
   * How long it is until then.
   *
   * @param until as a {@link Turn} says
   */
  public Duration until(long until, Duration longest) {
    return Duration.ofMillis(Math.max(0, Math.min(longest.toMillis(), until - now())));
  }

  /** The event that was delivered last, to be asked again; empty where it is forgotten. */
  public synchronized Optional<Entry> delivered() {
    return blame.lastDelivered().at(now());
  }

  /** The event that was delivered last is nobody's any more: its body is not kept. */
  public synchronized void forget(Entry delivered) {
    blame.lastDelivered().forget(delivered);
  }

  /** An entry is on its way to the DMP. */
  public synchronized void began(Entry entry, Turn.Pick pick) {
    blame.begun(entry, pick, now());
  }

  /** An entry is not on its way any more, whatever became of it. */
  public synchronized void ended(Entry entry) {
    blame.ended(entry);
  }

  /** Whether it is worth telling {@link #quiet} what waits, where nothing was found to send. */
  public synchronized boolean isDoubtful() {
    return doubtful;
  }

  /**
   * Nothing is on its way, and nothing waits that has not failed.
   *
   * @param failed whether something waits that has
   * @return whether something may be sent that could not before
   */
  public synchronized boolean quiet(boolean failed) {
    Blame.Service before = blame.service(now());
    blame.quiet(failed, now());
    doubtful = failed;
    note(why);
    return before != blame.service(now());
  }

  /** Gives an event up that was on its way at each of many ends of the process. */
  public Optional<Settlement> givenUp(Entry entry) {
    return BlameRule.endsTheProcess(entry)
        ? Optional.of(settlement(entry, BlameRule.ended(entry, clock.instant())))
        : Optional.empty();
  }

  /** Reads what an answer means for its event, and for all others. */
  public synchronized List<Settlement> settle(Entry entry, Meaning meaning) {
    long now = now();
    Ruling ruling = blame.read(entry, meaning, now);
    LOG.debug("Event {} ends as {}", entry.id(), ruling.getClass().getSimpleName());
    if (ruling instanceof Ruling.Nothing) {
      if (meaning instanceof Meaning.Delivered) {
        announcements.forgetful();
      }
      note(why);
      return List.of();
    }
    if (meaning instanceof Meaning.Doubt doubt) {
      doubtful = true;
      note(doubt.said());
    } else {
      note(meaning instanceof Meaning.NoAccess none ? none.why() : why);
    }
    return List.of(settlement(entry, ruling));
  }

  private Settlement settlement(Entry entry, Ruling ruling) {
    if (ruling instanceof Ruling.Done done) {
      return new Settlement.Delivered(entry, done.before());
    } else if (ruling instanceof Ruling.Again again) {
      Instant due = clock.instant().plus(again.after());
      return new Settlement.Later(entry, due, again.why(), again.earlier());
    }
    Ruling.Never never = (Ruling.Never) ruling;
    return new Settlement.Dead(entry, never.reason(), never.why(), never.answer());
  }

  private void note(String reason) {
    Mode present = mode();
    why = present == Mode.SLOWED ? SLOWED : reason;
    if (present != mode) {
      mode = present;
      since = clock.instant();
      announcements.changed(mode, why);
    }
  }

  private Mode mode() {
    if (blame.gate().isStopped()) {
      return Mode.STOPPED;
    } else if (blame.gate().isSlowed()) {
      return Mode.SLOWED;
    } else if (blame.service(now()) == Blame.Service.WELL) {
      return Mode.FLOWING;
    }
    return blame.isOutage() ? Mode.AWAY : Mode.UNTOLD;
  }

  /** How the DMP is doing. */
  public synchronized DestinationState state() {
    long wait = blame.next() - now();
    Optional<Instant> until =
        wait > 0 ? Optional.of(clock.instant().plusMillis(wait)) : Optional.empty();
    return new DestinationState(mode, since, until, mode == Mode.FLOWING ? "" : why);
  }
}

package com.nexway.dmp.adapter.delivery;

import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.AWAY;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.DOUBTING;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.FLOWING;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.SLOWED;
import static com.nexway.dmp.adapter.delivery.DestinationState.Mode.STOPPED;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the answers say about the DMP as a whole: whether an event is poison or the DMP is away,
 * whether it must be left alone, whether somebody must mend the credentials.
 *
 * <p>Nothing is stored here: after a restart the first answers tell again. Safe for several
 * threads.
 */
public final class Destination {
  /** This many customers' events failing without one being taken is the DMP's fault, not theirs. */
  private static final int MANY = 8;

  /** A lone event that fails this often means that the DMP is away, as far as anybody can tell. */
  private static final int LONE = 3;

  /** How much later than the next probe a failed event is due, so that another's is the probe. */
  private static final Duration BEHIND = Duration.ofSeconds(1);

  /** The pause where a gateway wants fewer requests and does not say how long it waits. */
  private static final Duration SLOWED_FIRST = Duration.ofSeconds(1);

  private static final int MOST_DOUBLINGS = 12;

  private final RetrySettings settings;
  private final RetrySchedule schedule;
  private final Clock clock;

  /** The turn in which each request began that has no answer yet, by entry. */
  private final Map<Long, Long> out = new HashMap<>();

  private final Suspects suspects = new Suspects();
  private final Announcements announcements = new Announcements();
  private long turn;

  /** Answers to requests that began before this turn say nothing about the present mode. */
  private long changed;

  private Mode mode = FLOWING;
  private Instant since;
  private @Nullable Instant until;
  private int failures;
  private int slowed;
  private String why = "";

  /**
   * @param random numbers from 0 (included) to 1 (excluded), for the jitter
   */
  public Destination(RetrySettings settings, Clock clock, DoubleSupplier random) {
    this.settings = settings;
    this.schedule = new RetrySchedule(settings, random);
    this.clock = clock;
    this.since = clock.instant();
  }

  /** How many more requests may begin now: none, one probe, or any number. */
  public synchronized int room() {
    if (until != null && clock.instant().isBefore(until)) {
      return 0;
    }
    if (mode == AWAY || mode == STOPPED) {
      return out.values().stream().anyMatch(began -> began > changed) ? 0 : 1;
    }
    return Integer.MAX_VALUE;
  }

  /** When {@link #room} grows by itself; empty where nothing is waited for. */
  public synchronized Optional<Instant> opens() {
    return Optional.ofNullable(until).filter(clock.instant()::isBefore);
  }

  /** An entry is on its way to the DMP. */
  public synchronized void began(Entry entry) {
    out.put(entry.id(), ++turn);
    suspects.triedAgain(entry);
  }

  /** An entry is not on its way any more, whatever became of it. */
  public synchronized void ended(Entry entry) {
    out.remove(entry.id());
  }

  /**
   * Whether an event was begun so often without an answer being stored that it must be what ends
   * this process each time; it is not sent then.
   */
  public boolean isWornOut(Entry entry) {
    return schedule.isWornOut(entry.attempt());
  }

  /** What follows from one answer, for its event and for others. */
  public List<Settlement> settle(Entry entry, Reading reading) {
    Instant now = clock.instant();
    if (reading instanceof Reading.Unwritten held) {
      ended(entry);
      return List.of(new Settlement.Later(entry, now, held.why(), false));
    }
    if (reading instanceof Reading.SlowDown slow) {
      Duration pause = slow.retryAfter().orElseGet(this::pause);
      return slowed(new Outcome.SlowDown(entry, now.plus(pause)));
    }
    Outcome outcome = Outcome.of(entry, reading, now.plus(settings.duplicateCheck()));
    if (outcome instanceof Outcome.WrongDoor door) {
      return stopped(door);
    }
    return outcome instanceof Outcome.Unclear unclear
        ? doubted(unclear)
        : cleared((Outcome.Clear) outcome);
  }

  /** Twice as long as the last one, where the DMP does not say how long. */
  private synchronized Duration pause() {
    Duration longest = settings.longestRetryAfter();
    Duration pause = SLOWED_FIRST.multipliedBy(1L << Math.min(slowed++, MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** The DMP is at work; events that failed before this one began are to blame themselves. */
  public synchronized List<Settlement> cleared(Outcome.Clear outcome) {
    long began = endOf(outcome);
    suspects.cleared(outcome.entry());
    slowed = 0;
    List<Settlement> settlements = new ArrayList<>();
    settlements.add(outcome.settlement());
    if (mode == DOUBTING) {
      suspects.toBlame(began).forEach(unclear -> settlements.add(blamed(unclear)));
    }
    boolean flows = mode == DOUBTING ? suspects.isEmpty() : mode != FLOWING && began > changed;
    if (flows) {
      flow();
    }
    return settlements;
  }

  /** The event is set aside; whether it is to blame, another customer's event tells. */
  public synchronized List<Settlement> doubted(Outcome.Unclear outcome) {
    long began = endOf(outcome);
    Instant now = clock.instant();
    if (mode == SLOWED && began > changed) {
      flow();
    }
    return switch (mode) {
      case FLOWING, DOUBTING -> List.of(suspected(outcome, began, now));
      case AWAY, STOPPED, SLOWED -> {
        if (began > changed) {
          away(outcome, now);
        }
        yield List.of(behind(outcome, now));
      }
    };
  }

  /** A gateway asked for a pause: the destination waits that long, then sends again. */
  public synchronized List<Settlement> slowed(Outcome.SlowDown outcome) {
    long began = endOf(outcome);
    Instant end = outcome.until();
    String asked = "The DMP, or a gateway before it, asks for fewer requests (429).";
    boolean late = (mode == AWAY || mode == STOPPED) && began <= changed;
    if (!late && (mode != SLOWED || until == null || until.isBefore(end))) {
      change(SLOWED, end, asked);
    }
    return List.of(new Settlement.Later(outcome.entry(), end, asked, false));
  }

  /** Delivery stops until the credentials or the address are right; a probe a minute tells. */
  public synchronized List<Settlement> stopped(Outcome.WrongDoor outcome) {
    long began = endOf(outcome);
    Instant now = clock.instant();
    if (mode != STOPPED) {
      announcements.stopped(outcome.why());
    }
    if (mode != STOPPED || began > changed) {
      change(STOPPED, now.plus(settings.doorProbe()), outcome.why());
    }
    Instant due = until == null ? now : until;
    return List.of(new Settlement.Later(outcome.entry(), due, outcome.why(), false));
  }

  /** How the DMP is doing. */
  public synchronized DestinationState state() {
    return new DestinationState(mode, since, opens(), failures, why);
  }

  private Settlement suspected(Outcome.Unclear outcome, long began, Instant now) {
    boolean alike = suspects.anotherBefore(began, outcome.entry().customer());
    int times = suspects.add(outcome, turn);
    if (alike || suspects.customers() >= MANY) {
      away(outcome, now);
      return behind(outcome, now);
    }
    failures++;
    if (times == LONE) {
      announcements.waits(outcome.said() + " Nothing else is there to try.");
    }
    Duration wait = outcome.retryAfter().orElse(schedule.ofDestination(times));
    Instant quiet = outcome.retryAfter().map(now::plus).orElse(until);
    change(DOUBTING, quiet, outcome.said());
    return outcome.again(now.plus(wait));
  }

  private Settlement blamed(Outcome.Unclear outcome) {
    int attempt = outcome.entry().attempt();
    if (schedule.isLast(attempt)) {
      return outcome.exhausted();
    }
    return outcome.counted(outcome.answer().at().plus(schedule.ofEvent(attempt)));
  }

  private void away(Outcome.Unclear outcome, Instant now) {
    failures = mode == AWAY ? failures + 1 : 1;
    Duration wait = outcome.retryAfter().orElse(schedule.ofDestination(failures));
    if (mode != AWAY) {
      announcements.waits(outcome.said());
    }
    change(AWAY, now.plus(wait), outcome.said());
  }

  /** The DMP is away, and no attempt counts; another's event is the next probe. */
  private Settlement behind(Outcome.Unclear outcome, Instant now) {
    Instant next = until == null || until.isBefore(now) ? now : until;
    return outcome.again(next.plus(BEHIND));
  }

  private void flow() {
    announcements.flows(Duration.between(since, clock.instant()).toSeconds());
    failures = 0;
    change(FLOWING, null, "");
  }

  private void change(Mode to, @Nullable Instant end, String reason) {
    if (mode != to) {
      since = clock.instant();
    }
    if (to != DOUBTING) {
      suspects.clear();
    }
    mode = to;
    until = end;
    why = reason;
    changed = turn;
  }

  private long endOf(Outcome outcome) {
    Long began = out.remove(outcome.entry().id());
    return began == null ? 0 : began;
  }
}

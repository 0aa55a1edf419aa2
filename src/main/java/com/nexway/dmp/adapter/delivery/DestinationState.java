package com.nexway.dmp.adapter.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How the DMP is doing, as health, metrics and alerts show it.
 *
 * @param mode what is done about it
 * @param since when that began
 * @param until when the next request may begin; empty where nothing is waited for
 * @param why what happened and what to mend, for the shop owner; empty while all is well
 */
public record DestinationState(Mode mode, Instant since, Optional<Instant> until, String why) {

  /** What is done about the DMP's answers. */
  public enum Mode {
    /** Events are sent. */
    FLOWING,
    /** Nothing is left to send but what has failed: nobody can tell who is to blame. */
    UNTOLD,
    /** The DMP is away: one probe at a time, with growing waits; no attempt counts. */
    AWAY,
    /** The credentials or the address are wrong: one probe a minute until somebody mends them. */
    STOPPED,
    /** A gateway asked for a pause. */
    SLOWED
  }

  /** What is so, until when and why, for the shop owner. */
  public String words() {
    String next = until.map(at -> " The next request goes out at " + shown(at) + ".").orElse("");
    return switch (mode) {
      case FLOWING -> "events are sent";
      case UNTOLD ->
          ("events that failed wait since %s, and none is lost. %s%s Nothing else is there to"
                  + " send, so nobody can tell whether the DMP is away or they are to blame: the next"
                  + " new event tells.")
              .formatted(shown(since), why, next);
      case AWAY, SLOWED ->
          "all events wait since %s, and none is lost. %s%s".formatted(shown(since), why, next);
      case STOPPED -> "all events wait since %s. %s%s".formatted(shown(since), why, next);
    };
  }

  private static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether a person must act before anything is delivered. */
  public boolean mustBeMended() {
    return mode == Mode.STOPPED;
  }
}

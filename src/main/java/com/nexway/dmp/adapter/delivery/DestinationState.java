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
 * @param failures requests in a row that brought no clear answer
 * @param why what happened and what to mend, for the shop owner; empty while all is well
 */
public record DestinationState(
    Mode mode, Instant since, Optional<Instant> until, int failures, String why) {

  /** What is done about the DMP's answers. */
  public enum Mode {
    /** Events are sent. */
    FLOWING,
    /** An event failed; whether it is to blame or the DMP is away, the next ones tell. */
    DOUBTING,
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
      case DOUBTING ->
          why + next + " Whether this one event is to blame or the DMP, other events tell.";
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

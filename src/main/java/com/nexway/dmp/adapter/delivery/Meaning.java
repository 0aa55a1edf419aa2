package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import java.time.Duration;
import java.util.Optional;

/**
 * What one answer of the DMP, or that there was none, says by itself; what follows from it, the
 * other events decide too.
 */
public sealed interface Meaning {
  /** The DMP has taken the event. */
  record Delivered() implements Meaning {}

  /** The DMP had the event before: an earlier answer was lost. */
  record Duplicate() implements Meaning {}

  /**
   * A gateway before the DMP wants fewer requests; no event is to blame.
   *
   * @param retryAfter how long it asks to be left alone, capped; empty where it does not say
   */
  record SlowDown(Optional<Duration> retryAfter) implements Meaning {}

  /**
   * 429 without a lost answer before it: the DMP says that it had the event, or a limiter does not
   * say what it is. The same bytes once more, a minute later, tell.
   */
  record Again() implements Meaning {}

  /** The DMP does not accept the event, however often it is sent. */
  record Refused(Kind kind, AnswerText answer) implements Meaning {
    /** Why it does not. */
    public enum Kind {
      /** Something in the event is wrong (400 and its like). */
      NOT_ACCEPTABLE,
      /** The event's action is not implemented yet (501): one day it may be sent again. */
      NOT_IMPLEMENTED
    }
  }

  /**
   * The credentials or the address are wrong; no event is to blame.
   *
   * @param why what was answered and what to mend, for the shop owner
   */
  record NoAccess(String why) implements Meaning {}

  /**
   * The event may be poison, or the DMP is away: other events tell.
   *
   * @param answer what came; its status is 0 where nothing did
   * @param said what happened, as a sentence for the shop owner
   * @param retryAfter how long the DMP asked to be left alone, capped; empty where it did not
   * @param lost whether the event was written and no answer came: the DMP may have taken it
   */
  record Doubt(AnswerText answer, String said, Optional<Duration> retryAfter, boolean lost)
      implements Meaning {}

  /**
   * Nothing of the request was written: nobody's attempt, and no word about the DMP.
   *
   * @param why what kept it back
   */
  record Unwritten(String why) implements Meaning {}
}

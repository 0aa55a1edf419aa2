package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer of the DMP, or its absence, means. */
public sealed interface Outcome {
  /** The event that was sent. */
  Entry entry();

  /** One word for the log and the metrics. */
  String word();

  /** Whether the answer is about this event alone, as nearly all are. */
  default boolean isClear() {
    return this instanceof Clear;
  }

  /** The answer is about this event, and the DMP is at work: nothing else has to be known. */
  sealed interface Clear extends Outcome {
    Settlement settlement();
  }

  /** The DMP has it. */
  record Delivered(Entry entry) implements Clear {
    @Override
    public String word() {
      return "delivered";
    }

    @Override
    public Settlement settlement() {
      return new Settlement.Delivered(entry, false);
    }
  }

  /** The DMP had it before: an earlier answer was lost. */
  record Duplicate(Entry entry) implements Clear {
    @Override
    public String word() {
      return "duplicate";
    }

    @Override
    public Settlement settlement() {
      return new Settlement.Delivered(entry, true);
    }
  }

  /** The DMP says that it had it before, at the first attempt: the same bytes once more. */
  record OnceMore(Entry entry, Instant due) implements Clear {
    @Override
    public String word() {
      return "once more";
    }

    @Override
    public Settlement settlement() {
      return new Settlement.Later(
          entry,
          due,
          "The DMP answered 429 to the first attempt; the same event is sent once more to be sure.",
          false);
    }
  }

  /** The event is not acceptable: no retry. */
  record Refused(Entry entry, AnswerText answer) implements Clear {
    @Override
    public String word() {
      return "refused";
    }

    @Override
    public Settlement settlement() {
      String why = "The DMP refused the event with " + answer.status() + ".";
      return new Settlement.Dead(entry, DeadLetter.Reason.REFUSED, why, answer);
    }
  }

  /** The DMP knows the action, and does not implement it yet. */
  record NotImplemented(Entry entry, AnswerText answer) implements Clear {
    @Override
    public String word() {
      return "not implemented";
    }

    @Override
    public Settlement settlement() {
      String why =
          "The DMP does not implement the action \"" + entry.action() + "\" yet (it answered 501).";
      return new Settlement.Dead(entry, DeadLetter.Reason.NOT_IMPLEMENTED, why, answer);
    }
  }

  /** A gateway before the DMP asks for a pause; no event is to blame. */
  record SlowDown(Entry entry, Instant until) implements Outcome {
    @Override
    public String word() {
      return "slow down";
    }
  }

  /**
   * The credentials or the address are wrong; no event is to blame.
   *
   * @param why what was answered and what to mend, for the shop owner
   */
  record WrongDoor(Entry entry, String why) implements Outcome {
    @Override
    public String word() {
      return "wrong door";
    }
  }

  /**
   * The event may be poison, or the DMP is away: other events tell.
   *
   * @param retryAfter how long the DMP asked to be left alone, capped; empty where it did not
   */
  record Unclear(Entry entry, AnswerText answer, Optional<Duration> retryAfter) implements Outcome {
    @Override
    public String word() {
      return "unclear";
    }

    /** Again, and no attempt counts: the DMP may be away. */
    Settlement again(Instant due) {
      return new Settlement.Later(entry, due, said(), false);
    }

    /** The event is to blame: its attempt counts. */
    Settlement counted(Instant due) {
      return new Settlement.Later(entry, due, said(), true);
    }

    /** The event is to blame, and was tried often enough. */
    Settlement exhausted() {
      String why =
          said() + " It was tried " + entry.attempt() + " times while other events were taken.";
      return new Settlement.Dead(entry, DeadLetter.Reason.EXHAUSTED, why, answer);
    }

    /** What happened, as a sentence. */
    String said() {
      return answer.status() == 0
          ? "The DMP did not answer: " + answer.body() + "."
          : "The DMP answered " + answer.status() + ".";
    }
  }
}

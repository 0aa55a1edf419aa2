package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer of the DMP, or its absence, means. */
public sealed interface Outcome {
  /** The event that was sent. */
  Entry entry();

  /**
   * What a reading means for its event.
   *
   * @param again when an event goes out once more that the DMP says it had
   */
  static Outcome of(Entry entry, Reading reading, Instant again) {
    if (reading instanceof Reading.Delivered) {
      return new Delivered(entry);
    }
    if (reading instanceof Reading.Duplicate) {
      return new Duplicate(entry);
    }
    if (reading instanceof Reading.Refused refused) {
      return refused.kind() == Reading.Refused.Kind.NOT_IMPLEMENTED
          ? new NotImplemented(entry, refused.answer())
          : new Refused(entry, refused.answer());
    }
    if (reading instanceof Reading.WrongDoor door) {
      return new WrongDoor(entry, door.why());
    }
    return reading instanceof Reading.Doubt doubt
        ? new Unclear(entry, doubt)
        : new OnceMore(entry, again);
  }

  /** The answer is about this event, and the DMP is at work: nothing else has to be known. */
  sealed interface Clear extends Outcome {
    Settlement settlement();
  }

  /** The DMP has it. */
  record Delivered(Entry entry) implements Clear {
    @Override
    public Settlement settlement() {
      return new Settlement.Delivered(entry, false);
    }
  }

  /** The DMP had it before: an earlier answer was lost. */
  record Duplicate(Entry entry) implements Clear {
    @Override
    public Settlement settlement() {
      return new Settlement.Delivered(entry, true);
    }
  }

  /** The DMP says that it had it before, at the first attempt: the same bytes once more. */
  record OnceMore(Entry entry, Instant due) implements Clear {
    @Override
    public Settlement settlement() {
      return new Settlement.Later(
          entry,
          due,
          "The DMP says that it had the event (429), though no answer was lost; the same event is"
              + " sent once more to be sure.",
          false,
          entry.earlier().withHad());
    }
  }

  /** The event is not acceptable: no retry. */
  record Refused(Entry entry, AnswerText answer) implements Clear {
    @Override
    public Settlement settlement() {
      String why = "The DMP refused the event with " + answer.status() + ".";
      return new Settlement.Dead(entry, DeadLetter.Reason.REFUSED, why, answer);
    }
  }

  /** The DMP knows the action, and does not implement it yet. */
  record NotImplemented(Entry entry, AnswerText answer) implements Clear {
    @Override
    public Settlement settlement() {
      String why =
          "The DMP does not implement the action \"" + entry.action() + "\" yet (it answered 501).";
      return new Settlement.Dead(entry, DeadLetter.Reason.NOT_IMPLEMENTED, why, answer);
    }
  }

  /** A gateway before the DMP asks for a pause; no event is to blame. */
  record SlowDown(Entry entry, Instant until) implements Outcome {}

  /**
   * The credentials or the address are wrong; no event is to blame.
   *
   * @param why what was answered and what to mend, for the shop owner
   */
  record WrongDoor(Entry entry, String why) implements Outcome {}

  /** The event may be poison, or the DMP is away: other events tell. */
  record Unclear(Entry entry, Reading.Doubt doubt) implements Outcome {
    /** Again, and no attempt counts: the DMP may be away. */
    Settlement again(Instant due) {
      return new Settlement.Later(entry, due, said(), false, earlier());
    }

    /** The event is to blame: its attempt counts. */
    Settlement counted(Instant due) {
      return new Settlement.Later(entry, due, said(), true, earlier());
    }

    /** The event is to blame, and was tried often enough. */
    Settlement exhausted() {
      String why =
          said() + " It was tried " + entry.attempt() + " times while other events were taken.";
      return new Settlement.Dead(entry, DeadLetter.Reason.EXHAUSTED, why, answer());
    }

    /** What happened, as a sentence. */
    String said() {
      return doubt.said();
    }

    AnswerText answer() {
      return doubt.answer();
    }

    Optional<Duration> retryAfter() {
      return doubt.retryAfter();
    }

    private Earlier earlier() {
      return doubt.lost() ? entry.earlier().withoutAnswer() : entry.earlier();
    }
  }
}

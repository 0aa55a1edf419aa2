package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;

/** What becomes of an event after an answer. */
sealed interface Ruling {
  /**
   * The DMP has it.
   *
   * @param before whether it had it before
   */
  record Done(boolean before) implements Ruling {}

  /** Again, after {@code after}; zero: as soon as its turn comes, behind those that wait. */
  record Again(Duration after, String why, Earlier earlier) implements Ruling {
    static Again toBeSure(Duration after, Earlier earlier) {
      return new Again(
          after,
          "The DMP says that it had the event (429), though no answer was lost; the same event is"
              + " sent once more to be sure.",
          earlier.withHad());
    }

    static Again slowed(Duration pause, Entry entry) {
      return new Again(
          pause,
          "The DMP, or a gateway before it, asks for fewer requests (429).",
          entry.earlier().answered());
    }
  }

  /** Never again. */
  record Never(DeadLetter.Reason reason, String why, AnswerText answer) implements Ruling {
    static Never refused(Entry entry, Meaning.Refused refused) {
      return switch (refused.kind()) {
        case NOT_ACCEPTABLE ->
            new Never(
                DeadLetter.Reason.REFUSED,
                "The DMP refused the event with " + refused.answer().status() + ".",
                refused.answer());
        case NOT_IMPLEMENTED ->
            new Never(
                DeadLetter.Reason.NOT_IMPLEMENTED,
                "The DMP does not implement the action \"%s\" yet (it answered 501)."
                    .formatted(entry.action()),
                refused.answer());
      };
    }

    static Never exhausted(int counted, Meaning.Doubt doubt) {
      return new Never(
          DeadLetter.Reason.EXHAUSTED,
          doubt.said() + " It failed " + counted + " times while others were taken.",
          doubt.answer());
    }
  }

  /**
   * Nothing: it was delivered long ago, and asked again only to learn whether the service answers.
   */
  record Nothing() implements Ruling {}
}

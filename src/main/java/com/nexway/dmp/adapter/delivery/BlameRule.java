package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;
import java.time.Instant;

/** How often an event may fail. */
final class BlameRule {
  /** So many counted attempts make a dead letter: about a day where others are taken meanwhile. */
  private static final int ATTEMPTS = 8;

  /** So many, where an event of the same customer died so before and none was taken since. */
  private static final int ATTEMPTS_OF_KIN = 3;

  /** An event that was out at so many ends of the process in a row is what ends it. */
  private static final int ENDS = 5;

  private BlameRule() {}

  /**
   * What becomes of an event that has failed in doubt.
   *
   * @param tick when it failed
   * @param counts whether the attempt counts against it
   */
  static Ruling failed(Entry entry, Meaning.Doubt doubt, long tick, boolean counts, Waits waits) {
    Earlier failed = entry.earlier().failedAgain(tick, counts);
    if (counts && failed.counted() >= (entry.kin() ? ATTEMPTS_OF_KIN : ATTEMPTS)) {
      return Ruling.Never.exhausted(failed.counted(), doubt);
    }
    Duration own = waits.after(counts ? failed.counted() : 0);
    Duration asked = doubt.retryAfter().orElse(own);
    return new Ruling.Again(
        asked.compareTo(own) > 0 ? asked : own,
        doubt.said(),
        doubt.lost() ? failed.withoutAnswer() : failed);
  }

  /** Whether it must be what ends the process: it is not sent again. */
  static boolean endsTheProcess(Entry entry) {
    return entry.earlier().ends() >= ENDS;
  }

  static Ruling.Never ended(Entry entry, Instant now) {
    return new Ruling.Never(
        DeadLetter.Reason.ENDED,
        "The adapter ended " + entry.earlier().ends() + " times in a row while this was sent.",
        new AnswerText(0, "", now));
  }
}

package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.text.Sparing;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log what the DMP refuses, and when it asks for a pause: one line at once, then one
 * counted line per kind and ten minutes, and nothing of the events themselves.
 */
public final class AnswerLog {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** By status: more than the DMP will ever use. */
  private static final int KINDS = 40;

  private final Sparing sparing;

  /**
   * @param nanoTime a clock that nobody sets
   */
  public AnswerLog(LongSupplier nanoTime) {
    this(nanoTime, LOG::warn);
  }

  AnswerLog(LongSupplier nanoTime, Consumer<String> lines) {
    this.sparing = new Sparing(Sparing.TEN_MINUTES, KINDS, nanoTime, lines);
  }

  void note(Meaning meaning) {
    if (meaning instanceof Meaning.Refused refused) {
      int status = refused.answer().status();
      sparing.say(
          "refused " + status,
          "The DMP refused an event with " + status + "; what it answered stands in dead-letters/");
    } else if (meaning instanceof Meaning.SlowDown slow) {
      String pause =
          slow.retryAfter().map(time -> "a pause of " + time.toSeconds() + " s").orElse("a pause");
      sparing.say(
          "slow down",
          "The DMP, or a gateway before it, asks for " + pause + " (429); events wait");
    }
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be sent, and why: a row in the outbox and a file that a person can mend.
 *
 * @param id its number
 * @param source the source's name
 * @param key what identifies the record, where known
 * @param reason which kind of ending
 * @param why the reason in words
 * @param problems every problem found, with column and value
 * @param place where the record stands in its source
 * @param record the record, as JSON or as raw text
 * @param event the event as JSON, as far as it was made
 * @param answer the DMP's answer, where it was sent
 * @param at when it died
 * @param open whether it still waits for a person
 */
public record DeadLetter(
    long id,
    String source,
    @Nullable String key,
    Reason reason,
    String why,
    List<Problem> problems,
    String place,
    @Nullable String record,
    @Nullable String event,
    @Nullable AnswerText answer,
    Instant at,
    boolean open) {
  /** What it has in common with others. */
  public LetterKind kind() {
    return LetterKind.of(this);
  }

  /** Why it cannot be sent. */
  public enum Reason {
    /** The source's text could not be read. */
    UNREADABLE,
    /** Mapping or validation refused it; it was never sent. */
    INVALID,
    /** The DMP refused it. */
    REFUSED,
    /** The DMP does not implement the action yet (501). */
    NOT_IMPLEMENTED,
    /** It failed time and again while others passed. */
    EXHAUSTED,
    /** The process ended time and again while it was sent. */
    ENDED
  }
}

package com.nexway.dmp.adapter.record;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a record or its event, told to a shop owner.
 *
 * @param severity whether the event may still be sent
 * @param pointer the JSON pointer of the property in the event, such as {@code /user/email}; empty
 *     where the record itself is meant
 * @param column the source's column or path that the value came from, where known
 * @param value the value that was found, cut to a readable length; null where it is absent
 * @param message what is wrong and what to write instead, as a sentence
 */
public record Problem(
    Severity severity,
    String pointer,
    @Nullable String column,
    @Nullable String value,
    String message) {

  /** Whether a problem keeps the event from being sent. */
  public enum Severity {
    /** The document refuses it: the event is not sent. */
    ERROR,
    /** A careful reader doubts it: the event is sent and the doubt is shown. */
    WARNING
  }

  /** An error at {@code pointer}. */
  public static Problem error(
      String pointer, @Nullable String column, @Nullable String value, String message) {
    return new Problem(Severity.ERROR, pointer, column, value, message);
  }

  /** A warning at {@code pointer}. */
  public static Problem warning(
      String pointer, @Nullable String column, @Nullable String value, String message) {
    return new Problem(Severity.WARNING, pointer, column, value, message);
  }

  /** The same problem, with the column that the value came from. */
  public Problem from(@Nullable String sourceColumn) {
    return new Problem(severity, pointer, sourceColumn, value, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}

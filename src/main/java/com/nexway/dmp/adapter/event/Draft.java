package com.nexway.dmp.adapter.event;

import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one record on its way to the outbox. */
public sealed interface Draft {
  SourceRecord record();

  /**
   * An event that may be sent.
   *
   * @param columns where each of its properties came from, for what validation finds
   */
  record Ready(SourceRecord record, Event event, List<Problem> warnings, Columns columns)
      implements Draft {
    public Ready(SourceRecord record, Event event, List<Problem> warnings) {
      this(record, event, warnings, Columns.UNKNOWN);
    }
  }

  /**
   * A record that the mapping leaves out on purpose, with the reason in words.
   *
   * @param key what identifies the record, where the mapping gives it
   * @param email the address of the person whom it is about; empty where it gives none
   */
  record Skipped(SourceRecord record, @Nullable String key, String email, String reason)
      implements Draft {}

  /**
   * A record that makes no valid event: it becomes a dead letter.
   *
   * @param key what identifies the record, where the mapping got that far
   * @param event the event as far as it was made, for the dead letter
   * @param problems at least one error, and the warnings beside it
   */
  record Refused(
      SourceRecord record, @Nullable String key, @Nullable Event event, List<Problem> problems)
      implements Draft {}
}

package com.nexway.dmp.adapter.source.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins: behind a record, at a time, at a moment, or at the first record.
 *
 * @param behind behind which record; null where elsewhere
 * @param since at which time, in the database's words; null where elsewhere
 * @param start at which moment; null where elsewhere
 */
record RunStart(@Nullable Cursor behind, @Nullable String since, @Nullable Instant start) {
  /** With whatever record comes first. */
  static final RunStart ANYWHERE = new RunStart(null, null, null);

  /**
   * An overlap before the checkpoint, but never before {@code start}.
   *
   * @throws QueryRefused where the checkpoint is of another column
   */
  static RunStart of(DatabaseSettings settings, TimeColumn time, DatabasePosition position)
      throws QueryRefused {
    Instant start = settings.start() instanceof Start.At at ? at.moment() : null;
    Cursor cursor = position.cursor();
    if (cursor == null) {
      return new RunStart(null, null, start);
    }
    if (!time.isOne(cursor.time())) {
      throw new QueryRefused(
          ("it was read up to '%s', which is no value of '%s' as the query gives it now; write the"
                  + " query and its time-column as they were, or give the source another name to have"
                  + " it read from its start, with shop: %s, so that what did not change is not sent"
                  + " again")
              .formatted(cursor.time(), settings.timeColumn(), settings.shop()));
    }
    String earlier = time.minus(cursor.time(), settings.overlap());
    if (position.firstRun() || earlier.equals(cursor.time())) {
      return new RunStart(cursor, null, null);
    }
    boolean before = start != null && time.compare(earlier, time.at(start)) < 0;
    return new RunStart(null, before ? null : earlier, before ? start : null);
  }
}

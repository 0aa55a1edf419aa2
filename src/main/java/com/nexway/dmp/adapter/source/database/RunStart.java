package com.nexway.dmp.adapter.source.database;

import org.jspecify.annotations.Nullable;

/**
 * Where a run begins, in the database's words: behind a record, at a time, or at the first record.
 *
 * @param behind behind which record; null where at a time
 * @param since at which time; null where at the first record
 */
record RunStart(@Nullable Cursor behind, @Nullable String since) {

  /** An overlap before the checkpoint, but never before {@code start}. */
  static RunStart of(DatabaseSettings settings, TimeColumn time, DatabasePosition position) {
    String start = settings.start() instanceof Start.At at ? time.at(at.moment()) : null;
    Cursor cursor = position.cursor();
    if (cursor == null) {
      return new RunStart(null, start);
    }
    String earlier = time.minus(cursor.time(), settings.overlap());
    if (position.firstRun() || earlier.equals(cursor.time())) {
      return new RunStart(cursor, null);
    }
    boolean before = start != null && time.compare(earlier, start) < 0;
    return new RunStart(null, before ? start : earlier);
  }
}

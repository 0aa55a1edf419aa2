package com.nexway.dmp.adapter.source.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one run came. The checkpoint never goes back, and never beyond now: what lies ahead of
 * the clock (a module that writes another zone's time, or a date of 2099) is handed over, and
 * looked at again with all that comes behind it until the clock has passed it.
 */
final class RunProgress {
  /** Clocks of two machines differ. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  private static final Duration NO_ZONE = Duration.ofHours(26);

  private final DatabaseSettings settings;
  private final TimeColumn time;
  private final Instant began;

  /** Whether the checkpoint was reached: ids have an order that only the database knows. */
  private boolean beyond;

  private Duration most = Duration.ZERO;
  private @Nullable Cursor ahead;

  RunProgress(Query query, RunStart from, Instant began) {
    this.settings = query.settings();
    this.time = query.time();
    this.began = began;
    this.beyond = from.behind() != null;
  }

  /**
   * The cursor behind records that were read in their order: that of the last one, but where the
   * clock or the checkpoint lies among them.
   */
  @Nullable Cursor behind(@Nullable Cursor stored, List<RowsOfOne> read) {
    if (!read.isEmpty()) {
      Cursor last = read.get(read.size() - 1).cursor();
      boolean further = stored == null || time.compare(stored.time(), last.time()) < 0;
      if (further && !isAhead(last)) {
        beyond = true;
        return last;
      }
    }
    Cursor furthest = stored;
    for (RowsOfOne group : read) {
      Cursor cursor = group.cursor();
      int order = furthest == null ? -1 : time.compare(furthest.time(), cursor.time());
      beyond = beyond || order < 0 || cursor.equals(furthest);
      if (!isAhead(cursor) && beyond && order <= 0) {
        furthest = cursor;
      }
    }
    return furthest;
  }

  /** Whether a record is ahead of the clock. A number without overlap just counts. */
  private boolean isAhead(Cursor cursor) {
    if (time.kind().isNumber() && settings.overlap().isZero()) {
      return false;
    }
    Duration far = time.ahead(cursor.time(), began);
    if (far.compareTo(most) > 0) {
      most = far;
      ahead = cursor;
    }
    return !far.isZero();
  }

  /**
   * What is to be told of rows ahead of the clock, in words that stay the same while the shop goes
   * on; empty where that is nothing.
   */
  String ahead() {
    Duration borne = settings.overlap().compareTo(USUAL) > 0 ? settings.overlap() : USUAL;
    if (ahead == null || most.compareTo(borne) <= 0) {
      return "";
    }
    String column = settings.timeColumn();
    if (most.compareTo(NO_ZONE) > 0) {
      return ("rows are ahead of the clock in '%1$s', up to %2$s (id %3$s); they are sent, and looked at"
              + " again in each run; correct them, or let the query give their true time, as in"
              + " LEAST(%1$s, created) AS %1$s")
          .formatted(column, ahead.time(), ahead.id());
    }
    String zoned =
        time.kind() == ColumnKind.LOCAL || time.kind() == ColumnKind.DATE
            ? "; the column is read as a time of %s: set zone to that of the shop, if it is another one"
                .formatted(settings.zone())
            : "; set the clock of whatever writes them";
    return "rows are some hours ahead of the clock in '%s'; they are sent, and looked at again in each run%s"
        .formatted(column, zoned);
  }
}

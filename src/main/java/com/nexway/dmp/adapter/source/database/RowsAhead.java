package com.nexway.dmp.adapter.source.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one run whose times lie ahead of the clock: a module that writes another zone's time,
 * or a date of 2099.
 */
final class RowsAhead {
  /** Clocks of two machines differ. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  private static final Duration NO_ZONE = Duration.ofHours(26);

  private final DatabaseSettings settings;
  private Duration most = Duration.ZERO;
  private @Nullable Cursor furthest;

  RowsAhead(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * Whether a record is ahead; the furthest of all is kept. A number without overlap just counts.
   */
  boolean isAhead(Cursor cursor, TimeColumn time, Instant now) {
    if (time.kind().isNumber() && settings.overlap().isZero()) {
      return false;
    }
    Duration ahead = time.ahead(cursor.time(), now);
    if (ahead.compareTo(most) > 0) {
      most = ahead;
      furthest = cursor;
    }
    return !ahead.isZero();
  }

  /** In words that stay the same while the shop goes on; empty where nothing is to be told. */
  Optional<String> words(TimeColumn time) {
    Duration borne = settings.overlap().compareTo(USUAL) > 0 ? settings.overlap() : USUAL;
    if (furthest == null || most.compareTo(borne) <= 0) {
      return Optional.empty();
    }
    String column = settings.timeColumn();
    if (most.compareTo(NO_ZONE) > 0) {
      return Optional.of(
          ("rows are ahead of the clock in '%1$s', up to %2$s (id %3$s); they are sent, and looked at"
                  + " again in each run; correct them, or let the query give their true time, as in"
                  + " LEAST(%1$s, created) AS %1$s")
              .formatted(column, furthest.time(), furthest.id()));
    }
    String zoned =
        time.kind() == ColumnKind.LOCAL || time.kind() == ColumnKind.DATE
            ? "; the column is read as a time of %s: set zone to that of the shop, if it is another one"
                .formatted(settings.zone())
            : "; set the clock of whatever writes them";
    return Optional.of(
        "rows are some hours ahead of the clock in '%s'; they are sent, and looked at again in each run%s"
            .formatted(column, zoned));
  }
}

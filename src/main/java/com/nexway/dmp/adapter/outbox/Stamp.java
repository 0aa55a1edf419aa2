package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Event;
import org.jspecify.annotations.Nullable;

/** {@code _meta.dataAcquisitionTime}: later than the last of its key, whatever the clock says. */
final class Stamp {
  private static final long MILLIS = 1_000;

  private Stamp() {}

  /**
   * The stamp of an event, in seconds.
   *
   * @param known what was last accepted of its key
   * @param now in milliseconds
   */
  static long of(Event event, @Nullable KeyState known, long now) {
    long least = known == null ? Long.MIN_VALUE : known.stamp() + 1;
    Long given = event.acquired();
    if (given != null && given >= least) {
      return given;
    }
    return Math.max(now / MILLIS, least);
  }
}

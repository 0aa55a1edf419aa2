package com.nexway.dmp.adapter.source;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a file is read.
 *
 * @param source the source's name
 * @param rows records that were read of it, those of earlier runs too
 * @param share how much of it is read, 0 to 1
 * @param left how long the rest will take, as far as can be told
 */
public record FileProgress(String source, long rows, double share, Duration left) {
  /** The same in words, such as {@code 120000 rows, 35 %, about 4 min left}. */
  public String words() {
    long minutes = left.toMinutes();
    String rest =
        minutes >= 120
            ? minutes / 60 + " h"
            : minutes > 0 ? minutes + " min" : Math.max(1, left.toSeconds()) + " s";
    return String.format(Locale.ROOT, "%d rows, %.0f %%, about %s left", rows, share * 100, rest);
  }
}

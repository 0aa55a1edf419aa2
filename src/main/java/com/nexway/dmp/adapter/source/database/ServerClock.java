package com.nexway.dmp.adapter.source.database;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a shop's database beside this machine's, by which new records are told.
 *
 * @param time what it showed
 * @param ahead how far it was ahead; negative where it was behind
 */
record ServerClock(Instant time, Duration ahead) {
  /** More than the clocks of two machines that are looked after. */
  static final Duration APART = Duration.ofMinutes(1);

  /**
   * Reads what {@link Query#clock} was answered.
   *
   * @return null where nobody can tell
   */
  static @Nullable ServerClock read(@Nullable String answer, Instant now) {
    LocalDateTime shown = SqlTime.clock(String.valueOf(answer));
    if (shown == null) {
      return null;
    }
    Instant time = shown.toInstant(ZoneOffset.UTC);
    return new ServerClock(time, Duration.between(now, time));
  }

  /** That it is another time there; empty where it is about the same. */
  String words() {
    if (ahead.abs().compareTo(APART) <= 0) {
      return "";
    }
    return ("the database's clock is %s %s this machine's; let a time service (NTP) set both, for"
            + " which records are new is told by the time")
        .formatted(length(ahead), ahead.isNegative() ? "behind" : "ahead of");
  }

  /** A length of time, as minutes or hours. */
  static String length(Duration apart) {
    long minutes = apart.abs().toMinutes();
    return minutes < 120 ? minutes + " min" : "%,d h".formatted(minutes / 60);
  }
}

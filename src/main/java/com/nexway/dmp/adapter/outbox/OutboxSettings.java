package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;

/**
 * Who sends, from {@code outbox:} in config/adapter.yaml, and what is taken in.
 *
 * @param lease how long a sender that died keeps others from sending
 * @param reserve bytes of the disk that intake leaves free, so that delivery can go on; at most a
 *     tenth of the disk. Meant for SQLite: PostgreSQL's disk is not seen from here
 */
public record OutboxSettings(Duration lease, long reserve) {
  private static final Key<Duration> LEASE =
      Key.of(
          "outbox.lease",
          Forms.time("2s", "1m"),
          "6s",
          "One node sends at a time. When it dies, another takes over after this time.");

  /** What is set of it. */
  public static final List<Key<?>> KEYS = List.of(LEASE);

  /** Room for what delivery writes of tens of thousands of events. */
  private static final long RESERVE = 64L << 20;

  public OutboxSettings {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("lease must be longer than nothing");
    }
    if (reserve < 0) {
      throw new IllegalArgumentException("reserve must be 0 bytes or more");
    }
  }

  /** What the merchant set. */
  public static OutboxSettings from(Values values) {
    return new OutboxSettings(values.get(LEASE), RESERVE);
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;

/**
 * Who sends, and what is taken in, from {@code outbox:} in config/adapter.yaml.
 *
 * @param node what this process is called in the lease and in messages; empty for the host's name
 * @param lease how long a sender that died keeps others from sending
 * @param reserve bytes of the disk that intake leaves free, so that delivery can go on; at most a
 *     tenth of the disk. Meant for SQLite: PostgreSQL's disk is not seen from here
 * @param supersede whether a newer {@code send data} or {@code cart} replaces one of the same key
 *     that still waits
 */
public record OutboxSettings(String node, Duration lease, long reserve, boolean supersede) {
  private static final Key<String> NODE =
      Key.unset(
          "outbox.node",
          Forms.words(60),
          "What this node is called in messages; the host's name where it is left out.");
  private static final Key<Duration> LEASE =
      Key.of(
          "outbox.lease",
          Forms.time("2s", "1m"),
          "6s",
          "One node sends at a time. When it dies, another takes over after this time.");
  private static final Key<Long> RESERVE =
      Key.of(
          "outbox.reserve",
          Forms.size("0KB", "1024MB"),
          "64MB",
          "How much of the disk is left free: below it nothing new is taken in, while what is stored"
              + " is still delivered. On a small disk a tenth of it.");
  private static final Key<Boolean> SUPERSEDE =
      Key.of(
          "outbox.supersede",
          Forms.flag(),
          "true",
          "Whether a newer `send data` or `cart` replaces an older one of the same key that still"
              + " waits. Orders are never replaced.");

  /** What is set of it. */
  public static final List<Key<?>> KEYS = List.of(NODE, LEASE, RESERVE, SUPERSEDE);

  /** What the merchant set. */
  public static OutboxSettings from(Values values) {
    return new OutboxSettings(
        values.find(NODE).orElse(""),
        values.get(LEASE),
        values.get(RESERVE),
        values.get(SUPERSEDE));
  }

  public OutboxSettings {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("lease must be longer than nothing");
    }
    if (reserve < 0) {
      throw new IllegalArgumentException("reserve must be 0 bytes or more");
    }
  }
}

package com.nexway.dmp.adapter.outbox;

import java.time.Duration;

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
  public OutboxSettings {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("lease must be longer than nothing");
    }
    if (reserve < 0) {
      throw new IllegalArgumentException("reserve must be 0 bytes or more");
    }
  }
}

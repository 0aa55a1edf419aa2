package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Claimed events, and the settings that a merchant who changes nothing has. */
final class Entries {
  static final RetrySettings DEFAULTS =
      new RetrySettings(
          8,
          Duration.ofMinutes(1),
          4,
          Duration.ofHours(8),
          0.2,
          new RetrySettings.Away(Duration.ofSeconds(1), Duration.ofMinutes(5)),
          Duration.ofMinutes(1),
          Duration.ofSeconds(60),
          Duration.ofHours(1),
          50);

  private Entries() {}

  static Entry first(long id) {
    return entry(id, 1, 1);
  }

  static Entry entry(long id, int attempt, int tries) {
    return new Entry(
        id,
        "orders",
        "order:" + id,
        "customer " + id,
        "order",
        attempt,
        tries,
        Earlier.NONE,
        1,
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;

/**
 * How long what is done is remembered, from {@code retention:} in config/adapter.yaml. What waits
 * to be sent is kept until it is sent.
 *
 * @param delivered rows of delivered events, without their bodies
 * @param deadLetters dead letters, rows and files
 * @param fingerprints what was sent last for a record: afterwards an unchanged record is sent again
 * @param files files that are done, in drop/SOURCE/.done
 * @param step most rows removed in one transaction
 */
public record RetentionSettings(
    Duration delivered, Duration deadLetters, Duration fingerprints, Duration files, int step) {
  private static final Key<Duration> DELIVERED =
      keep(
          "delivered",
          "30d",
          "Which events were delivered, and when; their content is forgotten at once. And why"
              + " records were skipped.");
  private static final Key<Duration> DEAD_LETTERS =
      keep("dead-letters", "90d", "Dead letters: what could not be sent, and why.");
  private static final Key<Duration> FINGERPRINTS =
      keep(
          "fingerprints",
          "730d",
          "What was sent last for each record, as a hash; afterwards an unchanged record is sent"
              + " again.");
  private static final Key<Duration> FILES =
      keep("files", "30d", "Files that are done, in drop/SOURCE/.done.");

  /** What is set of it. */
  public static final List<Key<?>> KEYS = List.of(DELIVERED, DEAD_LETTERS, FINGERPRINTS, FILES);

  private static final int STEP = 500;

  private static Key<Duration> keep(String name, String byDefault, String meaning) {
    return Key.of("retention." + name, Forms.time("1m", "3650d"), byDefault, meaning);
  }

  /** What the merchant set. */
  public static RetentionSettings from(Values values) {
    return new RetentionSettings(
        values.get(DELIVERED),
        values.get(DEAD_LETTERS),
        values.get(FINGERPRINTS),
        values.get(FILES),
        STEP);
  }

  public RetentionSettings {
    if (step < 1) {
      throw new IllegalArgumentException("step must be 1 or more");
    }
  }
}

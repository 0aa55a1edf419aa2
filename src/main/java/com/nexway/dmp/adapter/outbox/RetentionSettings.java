package com.nexway.dmp.adapter.outbox;

import java.time.Duration;

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
  public RetentionSettings {
    if (step < 1) {
      throw new IllegalArgumentException("step must be 1 or more");
    }
  }
}

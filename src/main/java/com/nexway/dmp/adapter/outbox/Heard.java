package com.nexway.dmp.adapter.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What one reason did in a batch: how many records it kept from being sent or cast a doubt on, and
 * the first of them.
 *
 * @param reason in words, without anybody's values
 * @param key what identifies the first one, as the outbox keeps it; null where it is not known
 * @param place where the first one stands in its source
 */
public record Heard(Kind kind, String reason, int records, @Nullable String key, String place) {
  /** What it means for a record. */
  public enum Kind {
    /** Left out on purpose. */
    SKIPPED,
    /** A newer one of its key is known. */
    STALE,
    /** It is as it was. */
    UNCHANGED,
    /** Sent, but doubted. */
    WARNING
  }
}

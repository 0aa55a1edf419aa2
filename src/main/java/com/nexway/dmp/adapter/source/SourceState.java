package com.nexway.dmp.adapter.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares.
 *
 * @param source its name
 * @param lastSuccess when it was last read or heard of without a failure; null where it never was
 * @param doing what it does now, in words, such as {@code next at 2026-11-24T10:00:00Z}
 * @param failure why it cannot be read now, as a sentence; null where all is well
 * @param toMend what waits for a person while the source goes on, such as a file without a header
 */
public record SourceState(
    String source,
    @Nullable Instant lastSuccess,
    String doing,
    @Nullable String failure,
    List<String> toMend) {
  /** Whether nothing comes in. */
  public boolean isFailing() {
    return failure != null;
  }
}

package com.nexway.dmp.adapter.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares.
 *
 * @param source its name
 * @param lastSuccess when it was last read or heard of without a failure; null where it never was
 * @param failures what is wrong now, as sentences; empty where all is well
 */
public record SourceState(String source, @Nullable Instant lastSuccess, List<String> failures) {
  /** Whether somebody must look. */
  public boolean isFailing() {
    return !failures.isEmpty();
  }
}

package com.nexway.dmp.adapter.mapping.conversion;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes its values, as far as the mapping says so.
 *
 * @param zone the zone of times that are written without one; null where nothing was said
 * @param decimal the decimal mark of numbers in text, {@code '.'} or {@code ','}; null where
 *     nothing was said
 * @param format how dates and times are written; null for ISO 8601
 * @param percent whether a ratio is written as a percentage: 20 for 0.2
 */
public record Notation(
    @Nullable ZoneId zone,
    @Nullable Character decimal,
    @Nullable TimeFormat format,
    boolean percent) {
  /** Nothing was said. */
  public static final Notation PLAIN = new Notation(null, null, null, false);
}

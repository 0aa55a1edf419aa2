package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes its values, as far as the mapping says so.
 *
 * @param zone the zone of times that are written without one; null where nothing was said
 * @param decimal the decimal mark of numbers in text, {@code '.'} or {@code ','}; null where
 *     nothing was said
 * @param format how dates and times are written; null for ISO 8601
 * @param percent whether a ratio is written as a percentage: 20 for 0.2
 * @param rates what a ratio made of rounded amounts is meant to be one of; empty where it is exact
 */
public record Notation(
    @Nullable ZoneId zone,
    @Nullable Character decimal,
    @Nullable TimeFormat format,
    boolean percent,
    List<BigDecimal> rates) {
  /** Nothing was said. */
  public static final Notation PLAIN = of(null, null);

  /** What a whole file says. */
  public static Notation of(@Nullable ZoneId zone, @Nullable Character decimal) {
    return new Notation(zone, decimal, null, false, List.of());
  }
}

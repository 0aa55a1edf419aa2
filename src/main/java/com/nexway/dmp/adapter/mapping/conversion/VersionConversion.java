package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * To a version that rises: a whole number as it is, a time as microseconds since 1970.
 *
 * <p>In the hour that the clock goes through twice, no local time tells which of two is the older:
 * all of it is one version, just before that hour begins.
 */
record VersionConversion(Notation notation) implements Conversion {
  private static final int MOST_DIGITS = 18;

  @Override
  public @Nullable JsonNode convert(Object value, Doubts doubts) throws Misfit {
    if (value instanceof Number || value instanceof String text && isWhole(text)) {
      BigDecimal number = Decimals.plain(Decimals.of(value, '.'));
      if (number.scale() > 0 || number.precision() > MOST_DIGITS) {
        throw new Misfit("'" + Texts.describe(value) + "' is neither a whole number nor a time");
      }
      return LongNode.valueOf(number.longValueExact());
    }
    Temporal time = Temporals.read(value, notation);
    if (time == null) {
      return null;
    }
    Instant moment = Temporals.moment(Temporals.beforeDoubled(time, notation), notation, doubts);
    return LongNode.valueOf(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000);
  }

  private static boolean isWhole(String text) {
    return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

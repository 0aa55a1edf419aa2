package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a number may be.
 *
 * @param least the least, included
 * @param most the most, included
 */
public record Range(BigDecimal least, BigDecimal most) {
  /** As many bits as a number of 1,000 digits has at most. */
  private static final int MOST_BITS = 3_322;

  static final Range RATIO = new Range(BigDecimal.ZERO, BigDecimal.ONE);

  /** Whether a number lies within. */
  public boolean holds(BigDecimal number) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  /** Whether a value is a number as JSON knows them: not NaN, not infinite. */
  static boolean isNumber(JsonNode value) {
    return value instanceof NumericNode number && !number.isNaN();
  }

  /** Whether a number has more digits than it makes sense to compute with: over 1,000. */
  static boolean isTooLong(BigDecimal number) {
    return number.unscaledValue().bitLength() > MOST_BITS;
  }

  /**
   * Whether a number has no fraction. Nothing is expanded: 1e1000000000 and 1e-1000000000 are
   * decided by their digits and exponent.
   */
  static boolean isWhole(BigDecimal number) {
    if (number.scale() <= 0 || number.signum() == 0) {
      return true;
    }
    boolean belowOne = number.precision() <= number.scale();
    return !belowOne && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0;
  }
}

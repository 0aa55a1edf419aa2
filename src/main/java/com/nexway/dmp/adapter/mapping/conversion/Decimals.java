package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Exact decimals from numbers and from text; a double is never calculated with. */
public final class Decimals {
  /** Most digits before the point and behind it that a number may have. */
  private static final int MOST_DIGITS = 30;

  private static final int MOST_BITS = 320;

  private Decimals() {}

  /**
   * A value as an exact decimal.
   *
   * @param mark the decimal mark of numbers in text; null where the mapping does not say
   */
  public static BigDecimal of(Object value, @Nullable Character mark) throws Misfit {
    if (value instanceof String text) {
      return bounded(NumberText.read(text, mark));
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof BigDecimal decimal) {
      return bounded(decimal);
    }
    if (value instanceof BigInteger integer) {
      return bounded(new BigDecimal(integer));
    }
    if (value instanceof Number number) {
      String text = number.toString();
      if (text.contains("N") || text.contains("I")) {
        throw new Misfit("'" + text + "' is not a number");
      }
      return bounded(new BigDecimal(text));
    }
    throw new Misfit("'" + Texts.describe(value) + "' is not a number");
  }

  /** Without zeros at its end, and never in powers of ten: 19.90 is 19.9, 1E+3 is 1000. */
  public static BigDecimal plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static BigDecimal bounded(BigDecimal decimal) throws Misfit {
    BigInteger digits = decimal.unscaledValue();
    if (digits.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // Looks at lengths alone, so that 1E+1000000 is never written out.
    if (digits.bitLength() > MOST_BITS
        || decimal.scale() > 2 * MOST_DIGITS
        || (long) decimal.precision() - decimal.scale() > MOST_DIGITS) {
      throw new Misfit(
          "'" + Texts.describe(decimal) + "' has more digits than any amount or count has");
    }
    return decimal;
  }
}

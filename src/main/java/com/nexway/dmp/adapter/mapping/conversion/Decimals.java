package com.nexway.dmp.adapter.mapping.conversion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
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
      // '-10 is what spreadsheets make of -10.
      boolean guarded = text.length() > 1 && text.charAt(0) == '\'';
      return bounded(NumberText.read(guarded ? text.substring(1) : text, mark));
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

  /** The same of an amount, beside which its currency may stand: {@code 12.50 €}. */
  public static BigDecimal amount(Object value, @Nullable Character mark) throws Misfit {
    return of(
        value instanceof String text && !text.isEmpty() ? Currencies.without(text) : value, mark);
  }

  /**
   * How many decimals the smallest unit of a currency has: 2 for cents.
   *
   * @param written its code, sign or name
   */
  public static int minorDigits(String written) throws Misfit {
    Currency currency = Currencies.of(written);
    if (currency == null || currency.getDefaultFractionDigits() < 0) {
      throw new Misfit(
          "minor-units: '"
              + Texts.describe(written)
              + "' is no currency, so the number of its decimals is not known; write its code,"
              + " such as EUR");
    }
    return currency.getDefaultFractionDigits();
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

package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;

/**
 * To an exact decimal, written plain: money and ratios.
 *
 * @param ratio whether it is a ratio, in which a text such as 20 % says by itself that it is 0.2
 */
record DecimalConversion(Notation notation, boolean ratio) implements Conversion {
  /** How far rounding carries a rate at most: a cent of an item of 1.00. */
  private static final BigDecimal FARTHEST = new BigDecimal("0.01");

  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    Object number = value;
    boolean percent = notation.percent();
    if (ratio && value instanceof String text && text.endsWith("%")) {
      number = Texts.trimmed(text.substring(0, text.length() - 1));
      percent = true;
    }
    BigDecimal decimal =
        ratio
            ? Decimals.of(number, notation.decimal())
            : Decimals.amount(number, notation.decimal());
    if (ratio && !percent && decimal.compareTo(BigDecimal.ONE) > 0) {
      throw new Misfit(
          "'"
              + Texts.describe(value)
              + "' is no ratio from 0 to 1; if 20 means 20 %, write percent: true beside the column");
    }
    BigDecimal exact = percent ? decimal.movePointLeft(2) : decimal;
    return DecimalNode.valueOf(
        Decimals.plain(notation.rates().isEmpty() ? exact : nearest(exact, value)));
  }

  /** The rate that is meant by a ratio of rounded amounts. */
  private BigDecimal nearest(BigDecimal ratio, Object value) throws Misfit {
    BigDecimal best =
        Collections.min(notation.rates(), Comparator.comparing(rate -> rate.subtract(ratio).abs()));
    if (best.subtract(ratio).abs().compareTo(FARTHEST) > 0) {
      throw new Misfit(
          "'"
              + Texts.describe(value)
              + "' is more than one per cent from each of nearest: "
              + notation.rates()
              + "; add the rate that is meant, or write otherwise: omit");
    }
    return best;
  }
}

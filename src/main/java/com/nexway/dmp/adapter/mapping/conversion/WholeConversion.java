package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;

/** To a whole number: 2.0 is 2, and 2.5 is told. */
record WholeConversion(Notation notation) implements Conversion {
  private static final int MOST_DIGITS = 18;

  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    BigDecimal number = Decimals.plain(Decimals.of(value, notation.decimal()));
    if (number.scale() > 0) {
      throw new Misfit("'" + Texts.describe(value) + "' is not a whole number");
    }
    if (number.precision() > MOST_DIGITS) {
      throw new Misfit("'" + Texts.describe(value) + "' is too large");
    }
    return LongNode.valueOf(number.longValueExact());
  }
}

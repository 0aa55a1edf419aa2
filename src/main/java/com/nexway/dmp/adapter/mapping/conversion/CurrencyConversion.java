package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** To an ISO 4217 code in capitals where it can be told; else as it is, with a warning. */
record CurrencyConversion() implements Conversion {
  private static final Map<String, JsonNode> CODES = new HashMap<>();

  static {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      CODES.put(currency.getCurrencyCode(), TextNode.valueOf(currency.getCurrencyCode()));
    }
  }

  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    String text = Texts.wellFormed(Texts.of(value));
    JsonNode code = CODES.get(text);
    if (code == null && text.length() == 3) {
      code = CODES.get(text.toUpperCase(Locale.ROOT));
    }
    if (code == null) {
      doubts.about(
          "'" + Texts.describe(text) + "' is no currency of ISO 4217, such as EUR; sent as it is");
      code = TextNode.valueOf(text);
    }
    return code;
  }
}

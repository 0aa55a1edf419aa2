package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Currency;

/** To an ISO 4217 code in capitals where it can be told; else as it is, with a warning. */
record CurrencyConversion() implements Conversion {
  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    String text = Texts.wellFormed(Texts.of(value));
    Currency currency = Currencies.of(text);
    if (currency != null) {
      return TextNode.valueOf(currency.getCurrencyCode());
    }
    doubts.about(
        "'"
            + Texts.describe(text)
            + (Currencies.isShared(text)
                ? "' may be any of several currencies; say which, for example values: { \"%s\": %s }"
                    .formatted(text, text.contains("$") ? "USD" : "SEK")
                : "' is no currency of ISO 4217, such as EUR")
            + "; sent as it is");
    return TextNode.valueOf(text);
  }
}

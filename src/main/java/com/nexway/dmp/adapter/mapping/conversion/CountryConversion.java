package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/**
 * To an ISO 3166-1 alpha-2 code in capitals where it can be told, also from an alpha-3 code and
 * from a country's name; else as it is, with a warning.
 */
record CountryConversion() implements Conversion {
  private static final Map<String, JsonNode> CODES = codes();

  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    String text = Texts.wellFormed(Texts.of(value));
    JsonNode code = CODES.get(text);
    if (code == null && text.length() <= 60) {
      String upper = text.toUpperCase(Locale.ROOT);
      code = CODES.get(upper);
      if (code == null) {
        String named = Named.CODES.get(upper);
        code = named == null ? null : CODES.get(named);
      }
    }
    if (code == null) {
      doubts.about(
          "'"
              + Texts.describe(text)
              + "' is no country code of ISO 3166, such as FR; sent as it is");
      code = TextNode.valueOf(text);
    }
    return code;
  }

  private static Map<String, JsonNode> codes() {
    Map<String, JsonNode> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      JsonNode node = TextNode.valueOf(code);
      codes.put(code, node);
      try {
        codes.putIfAbsent(new Locale("", code).getISO3Country(), node);
      } catch (MissingResourceException withoutThreeLetters) {
        // it is known by two alone
      }
    }
    // What people and the EU's VAT numbers write.
    codes.put("UK", TextNode.valueOf("GB"));
    codes.put("EL", TextNode.valueOf("GR"));
    return codes;
  }

  /** Countries by name, loaded when the first name comes. */
  private static final class Named {
    private static final Map<String, String> CODES =
        Names.of(
            List.of(Locale.getISOCountries()),
            (code, locale) -> new Locale("", code).getDisplayCountry(locale));
  }
}

package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * To one of the words that the document lists; capitals and {@code _} for a blank do not matter.
 */
final class WordConversion implements Conversion {
  private static final int FEW = 8;

  private final Map<String, JsonNode> words = new HashMap<>();
  private final Map<String, JsonNode> loosely = new HashMap<>();
  private final String list;

  WordConversion(List<String> values) {
    for (String value : values) {
      words.put(value, TextNode.valueOf(value));
      loosely.putIfAbsent(loose(value), TextNode.valueOf(value));
    }
    list =
        values.size() <= FEW
            ? String.join(", ", values)
            : String.join(", ", values.subList(0, FEW)) + " … (" + values.size() + " in all)";
  }

  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    String text = Texts.of(value);
    JsonNode word = words.get(text);
    if (word == null) {
      word = text.length() > 100 ? null : loosely.get(loose(text));
    }
    if (word == null) {
      throw new Misfit(
          "'"
              + Texts.describe(text)
              + "' is none of "
              + list
              + "; say what it means under values:, or write otherwise: omit");
    }
    return word;
  }

  private static String loose(String text) {
    return text.toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}

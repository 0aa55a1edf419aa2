package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.text.Spreadsheet;

/**
 * To text, unharmed.
 *
 * @param street whether line ends become LF, as the document asks of a street
 */
record TextConversion(boolean street) implements Conversion {
  @Override
  public JsonNode convert(Object value, Doubts doubts) throws Misfit {
    String text = Texts.of(value);
    if (value instanceof String) {
      String whole = Texts.wellFormed(text);
      if (!whole.equals(text)) {
        doubts.about("the text held half a character, which was replaced by \ufffd");
      }
      text = whole;
      if (Spreadsheet.marked(text)) {
        doubts.about(text + " begins with the apostrophe of a spreadsheet, which was left out");
        text = text.substring(1);
      }
      if (Spreadsheet.isError(text)) {
        throw new Misfit(Spreadsheet.advice(text));
      }
      if (Spreadsheet.shortened(text)) {
        doubts.about(Spreadsheet.advice(text));
      }
    }
    if (street && text.indexOf('\r') >= 0) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    return TextNode.valueOf(text);
  }
}

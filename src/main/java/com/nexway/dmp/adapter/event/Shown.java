package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.text.OneLine;
import java.math.BigDecimal;

/** Values as a person is shown them: short, on one line, and never expanded. */
final class Shown {
  private static final int LONGEST = 80;

  /** About as many bits as a number of {@link #LONGEST} digits has. */
  private static final int LONGEST_BITS = LONGEST * 10 / 3;

  private Shown() {}

  /** A JSON value; objects and lists are named, not printed. */
  static String value(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> value.isEmpty() ? "an empty object" : "an object";
      case ARRAY -> value.isEmpty() ? "an empty list" : "a list of " + value.size();
      case STRING -> cut(value.textValue());
      case NUMBER -> Range.isNumber(value) ? number(value.decimalValue()) : value.asText();
      default -> cut(value.asText());
    };
  }

  /** A number without an exponent where that is short enough to read. */
  static String number(BigDecimal number) {
    if (number.unscaledValue().bitLength() > LONGEST_BITS) {
      return "a number of more than " + LONGEST + " digits";
    }
    return Math.abs((long) number.scale()) <= LONGEST / 2
        ? number.toPlainString()
        : number.toString();
  }

  /** A text cut to a readable length, its control characters made visible. */
  static String cut(String text) {
    return OneLine.of(text, LONGEST);
  }

  /** Whether a character is half of a pair whose other half is missing: no valid Unicode. */
  static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}

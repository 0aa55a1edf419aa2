package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions whose products are of numbers alone.
 *
 * <p>JSLT repeats a text as often as a number says, however long that becomes. So {@code a * b} is
 * compiled as {@code a * factor-of(b)}.
 */
final class Products {
  private static final String FACTOR = "factor-of";
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final String SKIPPED = TEXT + "|//[^\\n]*";
  private static final Pattern STARS = Pattern.compile(SKIPPED + "|(?<![{,\\s])\\s*+(\\*)");
  private static final Pattern BRACKETS = Pattern.compile(SKIPPED + "|([(\\[{])|([)\\]}])");
  private static final Pattern WORD =
      Pattern.compile("\\s*-?(?:\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|" + TEXT + "|[$\\w][\\w:-]*+)?");
  private static final Pattern MEMBER = Pattern.compile("\\.(?:" + TEXT + "|[\\w-]*+)");

  /** The function that products call. */
  static final Function FUNCTION = new Factor();

  private Products() {}

  /** An expression that multiplies no texts; the same text where it has no product. */
  static String guarded(String expression) {
    Map<Integer, String> inserted = new TreeMap<>();
    Matcher star = STARS.matcher(expression);
    while (star.find()) {
      if (star.group(1) != null) {
        inserted.put(star.end(), " " + FACTOR + "(");
        inserted.merge(operandEnd(expression, star.end()), ")", String::concat);
      }
    }
    StringBuilder guarded = new StringBuilder();
    int at = 0;
    for (Map.Entry<Integer, String> entry : inserted.entrySet()) {
      guarded.append(expression, at, entry.getKey()).append(entry.getValue());
      at = entry.getKey();
    }
    return guarded.append(expression, at, expression.length()).toString();
  }

  /** Where the operand ends that begins here: a value, and what is taken or called of it. */
  private static int operandEnd(String text, int from) {
    int end = after(WORD, text, from);
    while (end < text.length()) {
      char next = text.charAt(end);
      if (next == '.') {
        end = after(MEMBER, text, end);
      } else if (next == '(' || next == '[' || next == '{') {
        end = bracketEnd(text, end);
      } else {
        return end;
      }
    }
    return end;
  }

  private static int after(Pattern pattern, String text, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  private static int bracketEnd(String text, int from) {
    Matcher bracket = BRACKETS.matcher(text).region(from, text.length());
    int open = 0;
    while (bracket.find()) {
      open += bracket.group(1) != null ? 1 : bracket.group(2) != null ? -1 : 0;
      if (open == 0 && bracket.group(2) != null) {
        return bracket.end();
      }
    }
    return text.length();
  }

  private static JsltException text() {
    return new JsltException(
        "one side of * is a text; write number() around it, as in number(.price) * .qty");
  }

  /** Hands on a number that no text is multiplied with. */
  private static final class Factor implements Function {
    @Override
    public String getName() {
      return FACTOR;
    }

    @Override
    public int getMinArguments() {
      return 1;
    }

    @Override
    public int getMaxArguments() {
      return 1;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
      JsonNode factor = arguments[0];
      if (factor.isTextual()) {
        throw text();
      }
      if (!factor.isNumber()) {
        return factor;
      }
      return factor.isIntegralNumber()
          ? new Whole(factor.longValue())
          : new Fraction(factor.doubleValue());
    }
  }

  /** A whole number, of which JSLT asks for an {@code int} only to repeat a text. */
  private static final class Whole extends LongNode {
    private static final long serialVersionUID = 1;

    Whole(long value) {
      super(value);
    }

    @Override
    public int intValue() {
      throw text();
    }
  }

  /** The same with a fraction. */
  private static final class Fraction extends DoubleNode {
    private static final long serialVersionUID = 1;

    Fraction(double value) {
      super(value);
    }

    @Override
    public int intValue() {
      throw text();
    }
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * JSLT's functions on regular expressions, which give up instead of trying for ever.
 *
 * <p>A pattern such as {@code (a+)+$} takes time that doubles with each letter; here a match may
 * look at a million letters.
 */
enum BoundedRegex implements Function {
  TEST(2) {
    @Override
    JsonNode call(String text, Matcher matcher, JsonNode[] arguments) {
      return BooleanNode.valueOf(matcher.find());
    }

    @Override
    JsonNode ofNull() {
      return BooleanNode.FALSE;
    }
  },
  CAPTURE(2) {
    @Override
    JsonNode call(String text, Matcher matcher, JsonNode[] arguments) {
      ObjectNode groups = new ObjectNode(JsonNodeFactory.instance);
      if (matcher.find()) {
        Matcher names = GROUP.matcher(matcher.pattern().pattern());
        while (names.find()) {
          String group = matcher.group(names.group(1));
          if (group != null) {
            groups.put(names.group(1), group);
          }
        }
      }
      return groups;
    }
  },
  SPLIT(2) {
    @Override
    JsonNode call(String text, Matcher matcher, JsonNode[] arguments) {
      ArrayNode pieces = new ArrayNode(JsonNodeFactory.instance);
      int at = 0;
      while (matcher.find()) {
        if (matcher.end() > 0) {
          pieces.add(text.substring(at, matcher.start()));
          at = matcher.end();
        }
      }
      pieces.add(text.substring(at));
      while (pieces.size() > 1 && pieces.get(pieces.size() - 1).asText().isEmpty()) {
        pieces.remove(pieces.size() - 1);
      }
      return pieces;
    }
  },
  REPLACE(3) {
    @Override
    JsonNode call(String text, Matcher matcher, JsonNode[] arguments) {
      String by = arguments[2].isNull() ? "" : arguments[2].asText();
      StringBuilder result = new StringBuilder();
      int at = 0;
      while (matcher.find()) {
        result.append(text, at, matcher.start()).append(by);
        at = matcher.end();
        if (result.length() > MOST_STEPS) {
          throw new JsltException("replace() makes too long a text");
        }
      }
      return TextNode.valueOf(result.append(text, at, text.length()).toString());
    }
  };

  static final List<Function> FUNCTIONS = List.of(values());

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_PATTERNS = 1_000;
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final int arguments;

  BoundedRegex(int arguments) {
    this.arguments = arguments;
  }

  abstract JsonNode call(String text, Matcher matcher, JsonNode[] arguments);

  JsonNode ofNull() {
    return NullNode.instance;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] given) {
    if (given[0].isNull()) {
      return ofNull();
    }
    String text = given[0].isValueNode() ? given[0].asText() : given[0].toString();
    Steps steps = new Steps(text);
    JsonNode result = call(text, pattern(given[1].asText()).matcher(steps), given);
    Effort.steps(MOST_STEPS - steps.left);
    return result;
  }

  private static Pattern pattern(String text) {
    Pattern known = PATTERNS.get(text);
    if (known != null) {
      return known;
    }
    try {
      Pattern pattern = Pattern.compile(text);
      if (PATTERNS.size() < MOST_PATTERNS) {
        PATTERNS.put(text, pattern);
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw new JsltException("'" + text + "' is no regular expression: " + e.getDescription());
    }
  }

  @Override
  public String getName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public int getMinArguments() {
    return arguments;
  }

  @Override
  public int getMaxArguments() {
    return arguments;
  }

  /** A text that may be looked at only so often. */
  private static final class Steps implements CharSequence {
    private final String text;
    private int left = MOST_STEPS;

    Steps(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- <= 0) {
        throw new JsltException("a regular expression takes too long for this text");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}

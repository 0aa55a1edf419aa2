package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions with loops, each of which counts its turns before it begins.
 *
 * <p>JSLT has no limit of its own: {@code for (X)} is compiled as {@code for (counted-turns(X))},
 * and its functions count the values that they are given.
 */
final class BoundedLoops {
  private static final String COUNTED = "counted-turns";
  private static final Pattern WORDS =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|//[^\\n]*|(?<![\\w.$:-])for\\s*\\(|[()]");

  /** JSLT's functions and ours, counted. */
  static final List<Function> FUNCTIONS = functions();

  private BoundedLoops() {}

  /** An expression whose loops count; the same text where it has none. */
  static String counted(String expression) {
    StringBuilder counted = new StringBuilder();
    List<Boolean> open = new ArrayList<>();
    Matcher word = WORDS.matcher(expression);
    int at = 0;
    while (word.find()) {
      String found = word.group();
      counted.append(expression, at, word.end());
      at = word.end();
      if (found.startsWith("for")) {
        counted.append(COUNTED).append('(');
        open.add(true);
      } else if (found.equals("(")) {
        open.add(false);
      } else if (found.equals(")") && !open.isEmpty() && open.remove(open.size() - 1)) {
        counted.append(')');
      }
    }
    return counted.append(expression, at, expression.length()).toString();
  }

  private static List<Function> functions() {
    Map<String, Function> all = new LinkedHashMap<>(BuiltinFunctions.functions);
    BoundedRegex.FUNCTIONS.forEach(function -> all.put(function.getName(), function));
    List<Function> counted = new ArrayList<>();
    all.values().forEach(function -> counted.add(new Counted(function)));
    counted.add(new Turns());
    counted.add(Products.FUNCTION);
    return List.copyOf(counted);
  }

  /** Hands on what a loop goes over. */
  private static final class Turns implements Function {
    @Override
    public String getName() {
      return COUNTED;
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
      Effort.loop(arguments[0].size());
      return arguments[0];
    }
  }

  /** A function that counts what it looks at. */
  private record Counted(Function function) implements Function {
    @Override
    public String getName() {
      return function.getName();
    }

    @Override
    public int getMinArguments() {
      return function.getMinArguments();
    }

    @Override
    public int getMaxArguments() {
      return function.getMaxArguments();
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
      for (JsonNode argument : arguments) {
        Effort.steps(Effort.size(argument));
      }
      return function.call(input, arguments);
    }
  }
}

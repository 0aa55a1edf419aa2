package com.nexway.dmp.adapter.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a value is written.
 *
 * @param rule what it must be, to go on after "must be": {@code a whole number from 1 to 1000}
 * @param examples how such values look, to go on after "such as"; empty where the rule says it
 * @param shape how it is written in YAML
 * @param words the values that are most likely meant by one that is none
 * @param reading makes the value of its texts; empty where they do not keep the rule. A list has a
 *     text for each item, a map one {@code name=value} for each entry, everything else has one
 */
public record Form<T>(
    String rule,
    String examples,
    Shape shape,
    List<String> words,
    Function<List<String>, Optional<T>> reading) {

  /** How a value is written in YAML; in one line, lists and maps are separated by commas. */
  public enum Shape {
    TEXT,
    LIST,
    MAP
  }

  /** A value of one text, whose blanks at both ends do not count. */
  static <T> Form<T> text(String rule, Function<String, Optional<T>> reading) {
    return new Form<>(
        rule, "", Shape.TEXT, List.of(), texts -> reading.apply(texts.get(0).strip()));
  }

  /** The same, with examples for a message. */
  Form<T> suchAs(String some) {
    return new Form<>(rule, some, shape, words, reading);
  }

  /** The same, with words that are likely meant. */
  Form<T> near(List<String> likely) {
    return new Form<>(rule, examples, shape, likely, reading);
  }

  /** The value; empty where the texts do not keep the rule. */
  public Optional<T> read(List<String> texts) {
    return reading.apply(texts);
  }

  /** The rule with its examples. */
  public String told() {
    return examples.isEmpty() ? rule : rule + ", such as " + examples;
  }

  /** The texts of a value that stands in one line, such as a variable of the environment. */
  public List<String> texts(String line) {
    if (shape == Shape.TEXT) {
      return List.of(line);
    }
    return List.of(line.split(",")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}

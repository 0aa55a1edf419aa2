package com.nexway.dmp.adapter.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the value of a key looks like.
 *
 * @param rule what it must be, to go on after "must be": {@code a whole number from 1 to 1000}
 * @param shape how it is written in YAML
 * @param reading makes the value of its texts; empty where they do not keep the rule. A list has a
 *     text for each item, a map one {@code name=value} for each entry, everything else has one
 */
record Form<T>(String rule, Shape shape, Function<List<String>, Optional<T>> reading) {

  /** How a value is written in YAML; in a variable, lists and maps are separated by commas. */
  enum Shape {
    TEXT,
    LIST,
    MAP
  }

  static <T> Form<T> text(String rule, Function<String, Optional<T>> reading) {
    return new Form<>(rule, Shape.TEXT, texts -> reading.apply(texts.get(0).strip()));
  }

  Optional<T> read(List<String> texts) {
    return reading.apply(texts);
  }

  /** The texts of a value that stands in one line, such as a variable of the environment. */
  List<String> texts(String line) {
    if (shape == Shape.TEXT) {
      return List.of(line);
    }
    return List.of(line.split(",")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}

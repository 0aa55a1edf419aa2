package com.nexway.dmp.adapter.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its place. */
public sealed interface YamlNode {
  Place place();

  /** A problem at this place. */
  default FileProblem problem(String message) {
    return new FileProblem(place().file(), place().line(), place().column(), message);
  }

  /** What this is, for a message: {@code a text}, {@code a list} or {@code a map}. */
  String what();

  /**
   * Where a word stands.
   *
   * @param file the path as the merchant knows it
   * @param line from 1
   * @param column from 1
   */
  record Place(String file, int line, int column) {}

  /**
   * A single value.
   *
   * @param text its text as written, without quotes; empty for null
   * @param quoted whether it stood in quotes, and so is text whatever it looks like
   */
  record Scalar(Place place, String text, boolean quoted) implements YamlNode {
    /** Whether nothing was written: {@code key:}, {@code key: null} or {@code key: ~}. */
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String what() {
      return "a text";
    }
  }

  /** A list. */
  record Items(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String what() {
      return "a list";
    }
  }

  /**
   * A map, its keys in the order of the file.
   *
   * @param entries the values by key
   * @param keys where each key stands
   */
  record Fields(Place place, Map<String, YamlNode> entries, Map<String, Place> keys)
      implements YamlNode {
    @Override
    public String what() {
      return "a map";
    }

    /** A problem at the place of a key. */
    public FileProblem problemAt(String key, String message) {
      Place at = keys.getOrDefault(key, place);
      return new FileProblem(at.file(), at.line(), at.column(), message);
    }
  }
}

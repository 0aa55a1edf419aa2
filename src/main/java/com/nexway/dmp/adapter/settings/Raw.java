package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a key as it was written.
 *
 * @param place where: in config/adapter.yaml, or a variable of the environment, which has no line
 * @param texts as {@link Form#reading} takes them
 * @param file that holds the value, where it is a secret in a file of its own
 */
record Raw(YamlNode.Place place, List<String> texts, @Nullable Path file) {
  Raw(YamlNode.Place place, List<String> texts) {
    this(place, texts, null);
  }

  static Raw ofVariable(String name, List<String> texts) {
    return new Raw(new YamlNode.Place("environment variable " + name, 0, 0), texts);
  }

  /** The value that a file holds which is named here. */
  Raw from(Path held, String text) {
    return new Raw(place, List.of(text), held);
  }

  boolean isVariable() {
    return place.line() == 0;
  }

  FileProblem problem(String message) {
    return new FileProblem(place.file(), place.line(), place.column(), message);
  }
}

package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.List;

/**
 * The value of a key as it was written.
 *
 * @param place where: in config/adapter.yaml, or a variable of the environment, which has no line
 * @param texts as {@link Form#reading} takes them
 */
record Raw(YamlNode.Place place, List<String> texts) {

  static Raw ofVariable(String name, List<String> texts) {
    return new Raw(new YamlNode.Place("environment variable " + name, 0, 0), texts);
  }

  boolean isVariable() {
    return place.line() == 0;
  }

  FileProblem problem(String message) {
    return new FileProblem(place.file(), place.line(), place.column(), message);
  }
}

package com.nexway.dmp.adapter.value;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a key as it was written.
 *
 * @param place where: in a file, or a variable of the environment, which has no line
 * @param texts its items where it was written as a list or a map; else its one text; none where
 *     something was written that is no value, which is told already
 * @param line whether it was written in one line
 * @param file that holds the value, where it is a secret in a file of its own
 */
public record Given(YamlNode.Place place, List<String> texts, boolean line, @Nullable Path file) {
  /** The items of a list or a map. */
  public static Given items(YamlNode.Place place, List<String> texts) {
    return new Given(place, texts, false, null);
  }

  /** Something that is no value, as is told already. */
  static Given told(YamlNode.Place place) {
    return new Given(place, List.of(), true, null);
  }

  boolean isTold() {
    return line && texts.isEmpty();
  }

  /** A text in one place. */
  public static Given line(YamlNode.Place place, String text) {
    return new Given(place, List.of(text), true, null);
  }

  /** A variable of the environment. */
  public static Given variable(String name, String text) {
    return line(new YamlNode.Place("environment variable " + name, 0, 0), text);
  }

  /** The value that a file holds which is named here. */
  public Given from(Path held, String text) {
    return new Given(place, List.of(text), true, held);
  }

  public boolean isVariable() {
    return place.line() == 0;
  }

  /** A problem at this place. */
  public FileProblem problem(String message) {
    return new FileProblem(place.file(), place.line(), place.column(), message);
  }

  boolean isBlank() {
    return texts.stream().allMatch(String::isBlank);
  }

  List<String> texts(Form<?> form) {
    return line && !texts.isEmpty() ? form.texts(texts.get(0)) : texts;
  }
}

package com.nexway.dmp.adapter.value;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What was given for keys, read by their forms. Each value that does not keep its rule is noted as
 * a problem at its place and replaced by one that does no harm, so that all are told at once.
 */
public final class Values {
  private static final Secret NO_SECRET = new Secret("");

  private final String called;
  private final YamlNode.Place place;
  private final Map<String, Given> given;
  private final List<FileProblem> problems;
  private final int before;

  private Values(
      String called, YamlNode.Place place, Map<String, Given> given, List<FileProblem> problems) {
    this.called = called;
    this.place = place;
    this.given = given;
    this.problems = problems;
    this.before = problems.size();
  }

  /**
   * The keys of a file, and of the environment.
   *
   * @param file where a key belongs that is missing
   * @param problems what is wrong is added here
   */
  public static Values ofKeys(String file, Map<String, Given> given, List<FileProblem> problems) {
    return new Values("%s", new YamlNode.Place(file, 0, 0), given, problems);
  }

  /**
   * The parameters of a source.
   *
   * @param source its name, which {@code {{source}}} stands for; one that is this and nothing else
   *     counts as not given
   * @param place where one belongs that is missing
   * @param scalars the source's own, and the template's defaults; null where something is written
   *     that is no value, which is told already
   * @param problems what is wrong is added here
   */
  public static Values ofSource(
      String source,
      YamlNode.Place place,
      Map<String, YamlNode.Scalar> scalars,
      List<FileProblem> problems) {
    Map<String, Given> given = new TreeMap<>();
    scalars.forEach(
        (name, scalar) -> {
          if (scalar.isNull()) {
            given.put(name, Given.told(scalar.place()));
          } else if (!scalar.text().equals("{{source}}")) {
            given.put(
                name, Given.line(scalar.place(), scalar.text().replace("{{source}}", source)));
          }
        });
    return new Values("parameter '%s'", place, given, problems);
  }

  /** Whether nothing wrong was found so far. */
  public boolean fine() {
    return problems.size() == before;
  }

  /** The value of a key that has a default. */
  public <T> T get(Key<T> key) {
    return find(key).orElseGet(() -> byDefault(key));
  }

  /** The value of a key that may be left out; empty where it is, or is wrong. */
  public <T> Optional<T> find(Key<T> key) {
    Given value = given.get(key.name());
    if (value == null || value.isTold()) {
      return Optional.empty();
    }
    List<String> texts = value.texts(key.form());
    Optional<T> read = key.form().read(texts);
    if (read.isEmpty() && !(value.isBlank() && key.byDefault().isEmpty())) {
      wrong(key, key.refusal(texts));
    }
    return read;
  }

  /**
   * The value of a key that may not be left out.
   *
   * @param harmless taken where it is, or is wrong
   */
  public <T> T need(Key<T> key, T harmless) {
    Given value = given.get(key.name());
    if (value == null || value.isBlank() && !value.isTold()) {
      wrong(key, " is missing: it must be " + key.form().told());
      return harmless;
    }
    return find(key).orElse(harmless);
  }

  /**
   * A value that is made of the text of a key.
   *
   * @param make throws {@link IllegalArgumentException} with the rule as its message
   * @return empty where none is given, or it is wrong
   */
  public <T> Optional<T> make(Key<String> key, Function<String, T> make) {
    Optional<String> text = find(key).filter(each -> !each.isEmpty());
    try {
      return text.map(make);
    } catch (IllegalArgumentException e) {
      wrong(key, " " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A secret, which may stand in a file of its own; an empty one where none is given. */
  public Secret secret(Key<Secret> key) {
    Secret secret = find(key).orElse(NO_SECRET);
    Given value = given.get(key.name());
    return value == null || value.file() == null ? secret : secret.in(value.file());
  }

  /**
   * Notes that a key is wrong, at its place. One may be asked for twice, and is told once.
   *
   * @param message goes on after the key's name
   */
  public void wrong(Key<?> key, String message) {
    Given value = given.getOrDefault(key.name(), Given.line(place, ""));
    FileProblem problem = value.problem(called.formatted(key.name()) + message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** The names that the merchant gives in a section. */
  public Collection<String> names(String section) {
    TreeSet<String> names = new TreeSet<>();
    for (String name : given.keySet()) {
      if (name.startsWith(section + ".")) {
        names.add(name.split("\\.")[1]);
      }
    }
    return names;
  }

  private static <T> T byDefault(Key<T> key) {
    return key.form()
        .read(key.form().texts(key.byDefault()))
        .orElseThrow(() -> new IllegalStateException(key.name() + " has no valid default"));
  }
}

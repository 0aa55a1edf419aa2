package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of keys, read by their forms; each that does not keep its rule is a problem. */
final class Values {
  private static final Secret NO_SECRET = new Secret("");

  private final Map<String, Raw> raws;
  private final List<FileProblem> problems;

  Values(Map<String, Raw> raws, List<FileProblem> problems) {
    this.raws = raws;
    this.problems = problems;
  }

  /** The value of a key that has a default. */
  <T> T get(Key<T> key) {
    return find(key).orElseGet(() -> byDefault(key));
  }

  /** The value of a key that may be left out; empty where it is, or is wrong. */
  <T> Optional<T> find(Key<T> key) {
    Raw raw = raws.get(key.name());
    if (raw == null) {
      return Optional.empty();
    }
    Optional<T> value = key.form().read(raw.texts());
    if (value.isEmpty()) {
      String got =
          key.secret() ? "" : "; it is '" + Addresses.shown(String.join(", ", raw.texts())) + "'";
      tell(raw.problem(key.name() + " must be " + key.form().rule() + got));
    }
    return value;
  }

  /** A secret, which may stand in a file of its own; an empty one where none is given. */
  Secret secret(Key<Secret> key) {
    Secret secret = find(key).orElse(NO_SECRET);
    Raw raw = raws.get(key.name());
    return raw == null || raw.file() == null ? secret : secret.in(raw.file());
  }

  /** A key may be asked for twice; what is wrong with it is told once. */
  private void tell(FileProblem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** The value of a key that may not be left out; empty text where it is. */
  String need(Key<String> key) {
    Raw raw = raws.get(key.name());
    if (raw == null) {
      problems.add(
          new FileProblem(
              SettingsFile.NAME,
              0,
              0,
              "%s is missing: it must be %s".formatted(key.name(), key.form().rule())));
    }
    return find(key).orElse("");
  }

  /** The file that a key names; told where there is none. */
  Optional<Path> file(Key<String> key, Home home) {
    Optional<Path> file = find(key).map(home::resolve);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      Raw raw = raws.get(key.name());
      tell(raw.problem("%s: there is no file %s".formatted(key.name(), raw.texts().get(0))));
    }
    return file;
  }

  /** The names that the merchant gives in a section. */
  Collection<String> names(String section) {
    TreeSet<String> names = new TreeSet<>();
    for (String name : raws.keySet()) {
      if (name.startsWith(section + ".")) {
        names.add(name.split("\\.")[1]);
      }
    }
    return names;
  }

  /** Every key that is neither secret nor named by the merchant, as text in one line. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    for (Key<?> key : Keys.ALL) {
      if (!key.secret() && !key.isPattern()) {
        properties.put(key.name(), text(key));
      }
    }
    return properties;
  }

  private String text(Key<?> key) {
    Raw raw = raws.get(key.name());
    return raw == null ? key.byDefault() : String.join(", ", raw.texts());
  }

  private static <T> T byDefault(Key<T> key) {
    return key.form()
        .read(key.form().texts(key.byDefault()))
        .orElseThrow(() -> new IllegalStateException(key.name() + " has no valid default"));
  }
}

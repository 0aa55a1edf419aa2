package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Given;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys that the environment sets. One that is set to nothing counts as not set. */
final class Variables {
  private static final int SLIP = 2;

  private final Set<String> databases;
  private final List<FileProblem> problems;

  private Variables(Set<String> databases, List<FileProblem> problems) {
    this.databases = databases;
    this.problems = problems;
  }

  /**
   * @param databases the names that config/adapter.yaml gives
   * @param problems variables that look like one of ours and are none are added here
   */
  static Map<String, Given> of(
      Map<String, String> environment, Set<String> databases, List<FileProblem> problems) {
    return new Variables(databases, problems).read(environment);
  }

  private Map<String, Given> read(Map<String, String> environment) {
    Map<String, Key<?>> known = known(environment.keySet());
    Map<String, Given> raws = new TreeMap<>();
    Set<String> sections =
        Keys.ALL.stream()
            .map(key -> Key.variable(key.name()).split("_")[0] + "_")
            .collect(Collectors.toSet());
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              Key<?> key = known.get(variable);
              if (key != null && !value.isBlank() && !isOfKubernetes(variable, value)) {
                raws.put(key.name(), Given.variable(variable, value));
              } else if (key == null && sections.stream().anyMatch(variable::startsWith)) {
                unknown(variable, known.keySet());
              }
            });
    return raws;
  }

  /** Every variable that sets a key, those of databases by the names that are given somewhere. */
  private Map<String, Key<?>> known(Set<String> environment) {
    Map<String, Key<?>> known = new HashMap<>();
    for (Key<?> key : Keys.ALL) {
      if (!key.isPattern()) {
        add(known, key);
        continue;
      }
      databases.forEach(name -> add(known, key.named(name)));
      String[] around = Key.variable(key.name()).split("\\*");
      environment.stream()
          .flatMap(variable -> List.of(variable, variable.replaceFirst("_FILE$", "")).stream())
          .filter(v -> v.startsWith(around[0]) && v.endsWith(around[1]))
          .filter(v -> v.length() > around[0].length() + around[1].length())
          .map(v -> v.substring(around[0].length(), v.length() - around[1].length()))
          .filter(name -> name.matches("[A-Z][A-Z0-9_]{0,39}"))
          .map(name -> key.named(name.toLowerCase(Locale.ROOT).replace('_', '-')))
          .filter(made -> !known.containsKey(Key.variable(made.name())))
          .forEach(made -> add(known, made));
    }
    return known;
  }

  private static void add(Map<String, Key<?>> known, Key<?> key) {
    known.put(Key.variable(key.name()), key);
    if (key.secret()) {
      Key<?> file = Key.unset(key.name() + Key.FILE, Forms.words(500), "");
      known.put(Key.variable(file.name()), file);
    }
  }

  /** Others may own variables that start like ours, so only a likely slip of the pen is told. */
  private void unknown(String variable, Set<String> known) {
    Nearest.within(SLIP, variable, known)
        .ifPresent(
            near ->
                problems.add(
                    Given.variable(variable, "")
                        .problem("there is no setting of that name; did you mean " + near + "?")));
  }

  /** Kubernetes sets WEBHOOKS_PORT=tcp://10.0.0.1:80 where a service is called webhooks. */
  private static boolean isOfKubernetes(String variable, String value) {
    return variable.endsWith("_PORT") && value.startsWith("tcp://");
  }
}

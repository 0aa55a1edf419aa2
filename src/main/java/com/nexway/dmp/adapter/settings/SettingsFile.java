package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import com.nexway.dmp.adapter.value.Given;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads config/adapter.yaml and the environment, which wins. */
public final class SettingsFile {
  static final String NAME = "config/adapter.yaml";

  private SettingsFile() {}

  /**
   * @param home whose config/adapter.yaml is read; without one, every key has its default
   * @param environment the variables of the process
   * @param problems everything that is wrong is added here
   * @return the settings; empty where anything is wrong
   */
  public static Optional<AdapterSettings> read(
      Home home, Map<String, String> environment, List<FileProblem> problems) {
    int before = problems.size();
    Map<String, Given> file = file(home, problems);
    Map<String, Given> variables = Variables.of(environment, databases(file), problems);
    Map<String, Given> given = new SecretFiles(home, problems).read(merged(file, variables));
    AdapterSettings settings = settings(given, home, problems);
    return problems.size() == before ? Optional.of(settings) : Optional.empty();
  }

  private static Set<Path> secretFiles(Map<String, Given> given, Home home) {
    Set<Path> files = new TreeSet<>();
    given.forEach(
        (name, value) -> {
          Path file = value.file();
          if (file != null) {
            files.add(file);
          } else if (!value.isVariable()
              && Keys.find(name).filter(Key::secret).isPresent()
              && value.texts().stream().anyMatch(text -> !text.isBlank())) {
            files.add(home.settings());
          }
        });
    return files;
  }

  private static AdapterSettings settings(
      Map<String, Given> given, Home home, List<FileProblem> problems) {
    Values values = Values.ofKeys(NAME, given, problems);
    return new AdapterSettings(
        DmpSettings.from(values, home),
        DeliverySettings.from(values),
        StoreSettings.from(values, home),
        OutboxSettings.from(values),
        RetentionSettings.from(values),
        IntakeSettings.from(values),
        Keys.operations(values),
        WebhooksSettings.from(values),
        LogSettings.from(values),
        DatabaseAccess.from(values),
        properties(given),
        secretFiles(given, home));
  }

  /** Every key that is neither secret nor named by the merchant, as text in one line. */
  private static Map<String, String> properties(Map<String, Given> given) {
    Map<String, String> properties = new TreeMap<>();
    for (Key<?> key : Keys.ALL) {
      if (!key.secret() && !key.isPattern()) {
        Given value = given.get(key.name());
        properties.put(
            key.name(), value == null ? key.byDefault() : String.join(", ", value.texts()));
      }
    }
    return properties;
  }

  private static Map<String, Given> file(Home home, List<FileProblem> problems) {
    Path file = home.settings();
    if (!Files.exists(file)) {
      Path other = file.resolveSibling("adapter.yml");
      if (Files.exists(other)) {
        problems.add(
            new FileProblem("config/adapter.yml", 1, 1, "the file must be named adapter.yaml"));
      }
      return Map.of();
    }
    return YamlFile.read(file, NAME, problems)
        .map(root -> FlatFile.of(root, problems))
        .orElse(Map.of());
  }

  private static Set<String> databases(Map<String, Given> file) {
    return file.keySet().stream()
        .filter(name -> name.startsWith("databases."))
        .map(name -> name.split("\\.")[1])
        .collect(Collectors.toSet());
  }

  /** A secret in the environment also replaces the file of that secret, and the reverse. */
  private static Map<String, Given> merged(Map<String, Given> file, Map<String, Given> variables) {
    Map<String, Given> merged = new HashMap<>(file);
    for (String name : variables.keySet()) {
      merged.remove(name + Key.FILE);
      Keys.secretOf(name).ifPresent(merged::remove);
    }
    merged.putAll(variables);
    return merged;
  }
}

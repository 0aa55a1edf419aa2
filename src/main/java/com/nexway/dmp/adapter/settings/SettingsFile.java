package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Map<String, Raw> file = file(home, problems);
    Map<String, Raw> variables = Variables.of(environment, databases(file), problems);
    Map<String, Raw> raws = new SecretFiles(home, problems).read(merged(file, variables));
    AdapterSettings settings = settings(new Values(raws, problems), home, secretFiles(raws, home));
    return problems.size() == before ? Optional.of(settings) : Optional.empty();
  }

  private static Set<Path> secretFiles(Map<String, Raw> raws, Home home) {
    Set<Path> files = new TreeSet<>();
    raws.forEach(
        (name, raw) -> {
          Path file = raw.file();
          if (file != null) {
            files.add(file);
          } else if (!raw.isVariable()
              && Keys.find(name).filter(Key::secret).isPresent()
              && raw.texts().stream().anyMatch(text -> !text.isBlank())) {
            files.add(home.settings());
          }
        });
    return files;
  }

  private static AdapterSettings settings(Values values, Home home, Set<Path> secretFiles) {
    return new AdapterSettings(
        DmpKeys.settings(values, home),
        DmpKeys.delivery(values),
        OutboxKeys.store(values, home),
        OutboxKeys.settings(values),
        OutboxKeys.retention(values),
        IntakeKeys.intake(values),
        IntakeKeys.operations(values),
        IntakeKeys.webhooks(values),
        LogKeys.settings(values),
        DatabaseKeys.settings(values),
        values.properties(),
        secretFiles);
  }

  private static Map<String, Raw> file(Home home, List<FileProblem> problems) {
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

  private static Set<String> databases(Map<String, Raw> file) {
    return file.keySet().stream()
        .filter(name -> name.startsWith("databases."))
        .map(name -> name.split("\\.")[1])
        .collect(Collectors.toSet());
  }

  /** A secret in the environment also replaces the file of that secret, and the reverse. */
  private static Map<String, Raw> merged(Map<String, Raw> file, Map<String, Raw> variables) {
    Map<String, Raw> merged = new HashMap<>(file);
    for (String name : variables.keySet()) {
      merged.remove(name + Key.FILE);
      Keys.secretOf(name).ifPresent(merged::remove);
    }
    merged.putAll(variables);
    return merged;
  }
}

package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.Risks;
import com.nexway.dmp.adapter.mapping.Examples;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the merchant's files say, and everything that is wrong with them.
 *
 * @param settings null where anything is wrong with them
 * @param settingsProblems what is wrong with config/adapter.yaml and the environment: nothing can
 *     run
 * @param mappings those that are right, and the problems of the others
 * @param examples what differs in the examples of those that are right
 * @param sources those that can be started, and the problems of the others
 */
record Configuration(
    Home home,
    @Nullable AdapterSettings settings,
    List<FileProblem> settingsProblems,
    Mappings mappings,
    List<FileProblem> examples,
    SourceFiles sources) {

  /**
   * Reads config/adapter.yaml, mappings/ and routes/sources/ of a home.
   *
   * @param environment the variables of the process
   */
  static Configuration read(Home home, Map<String, String> environment) {
    List<FileProblem> settingsProblems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home, environment, settingsProblems).orElse(null);
    if (settings != null && !settings.dmp().hasCredentials()) {
      settingsProblems.add(
          new FileProblem(
              "config/adapter.yaml",
              0,
              0,
              "dmp.username or dmp.password is not set, so nothing can be sent; set the variables"
                  + " DMP_USERNAME and DMP_PASSWORD (or DMP_PASSWORD_FILE) to what Nexway gave"
                  + " you"));
    }
    Mappings mappings = Mappings.load(home.mappings(), "mappings");
    List<FileProblem> examples = new ArrayList<>();
    Map<String, ZoneId> trusted = trusted(mappings, examples);
    return new Configuration(
        home,
        settings,
        List.copyOf(settingsProblems),
        mappings,
        List.copyOf(examples),
        RowsCheck.checked(SourceFiles.read(home, settings, trusted, environment), mappings));
  }

  /** The mappings whose examples hold: no source sends by one that makes another event. */
  private static Map<String, ZoneId> trusted(Mappings mappings, List<FileProblem> problems) {
    Map<String, ZoneId> trusted = mappings.zones();
    for (Mapping mapping : new TreeMap<>(mappings.byName()).values()) {
      List<FileProblem> differences = Examples.run(mapping);
      problems.addAll(differences);
      if (!differences.isEmpty()) {
        trusted.remove(mapping.name());
      }
    }
    return trusted;
  }

  /** What is allowed and dangerous. */
  List<FileProblem> risks() {
    return settings == null ? List.of() : new Risks(home, settings, sources, mappings).told();
  }

  /** Everything that is wrong, in the order in which it is best mended. */
  List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(settingsProblems);
    problems.addAll(mappings.problems());
    problems.addAll(examples);
    problems.addAll(sources.problems());
    for (SourceFile source : sources.files()) {
      problems.addAll(source.problems());
    }
    return problems;
  }
}

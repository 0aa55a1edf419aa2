package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the merchant's files say, and everything that is wrong with them.
 *
 * @param settings null where anything is wrong with them
 * @param settingsProblems what is wrong with config/adapter.yaml and the environment: nothing can
 *     run
 * @param mappings those that are right, and the problems of the others
 * @param sources those that can be started, and the problems of the others
 */
record Configuration(
    Home home,
    @Nullable AdapterSettings settings,
    List<FileProblem> settingsProblems,
    Mappings mappings,
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
    SourceFiles sources =
        SourceFiles.read(home, settings, Set.copyOf(mappings.names()), environment);
    return new Configuration(home, settings, List.copyOf(settingsProblems), mappings, sources);
  }

  /** Everything that is wrong, in the order in which it is best mended. */
  List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(settingsProblems);
    problems.addAll(mappings.problems());
    problems.addAll(sources.problems());
    for (SourceFile source : sources.files()) {
      problems.addAll(source.problems());
    }
    return problems;
  }
}

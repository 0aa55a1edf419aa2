package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole adapter inside the test's own process, on the files of a home and free ports. */
public final class StartedAdapter {
  private StartedAdapter() {}

  /**
   * Starts it as {@code run} does.
   *
   * @param environment settings that differ from the defaults, such as DMP_URL
   */
  public static RunningAdapter in(Path folder, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>();
    variables.put("WEBHOOKS_HOST", "127.0.0.1");
    variables.put("WEBHOOKS_PORT", "0");
    variables.put("OPERATIONS_PORT", "0");
    variables.put("DMP_USERNAME", "sandbox");
    variables.put("DMP_PASSWORD", "sandbox");
    variables.putAll(environment);
    Home home = new Home(folder);
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings =
        SettingsFile.read(home, variables, problems)
            .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
    Mappings mappings = Mappings.load(home.mappings(), "mappings");
    SourceFiles sources = SourceFiles.read(home, settings, mappings.zones(), variables);
    try {
      home.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RunningAdapter.start(home, settings, mappings, sources, Clock.systemUTC());
  }
}

package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.OutboxOfSettings;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** For commands that look into the outbox of a home, whether the adapter runs or not. */
final class OpenOutbox {
  private static final String SQLITE = "jdbc:sqlite:";

  @Mixin private HomeOption homeOption = new HomeOption();

  /**
   * Does something with the outbox and closes it again.
   *
   * @return what {@code work} returns, or 1 where config/adapter.yaml is not right or there is no
   *     outbox: looking makes none
   */
  int with(CommandSpec spec, Function<Outbox, Integer> work) {
    return with(spec, (outbox, settings) -> work.apply(outbox));
  }

  /** The same for what needs the settings as well. */
  int with(CommandSpec spec, BiFunction<Outbox, AdapterSettings, Integer> work) {
    AdapterSettings settings = settings(spec);
    String url = settings == null ? "" : settings.store().url();
    if (url.startsWith(SQLITE) && Files.notExists(Path.of(url.substring(SQLITE.length())))) {
      spec.commandLine()
          .getErr()
          .println(
              """
              Nothing was stored here yet: the first run makes %s. Where that is another folder than \
              the adapter's, name its home: --home DIR"""
                  .formatted(url.substring(SQLITE.length())));
      return 1;
    }
    return with(settings, work);
  }

  /** The same with an outbox that is made where there is none. */
  int withNew(CommandSpec spec, Function<Outbox, Integer> work) {
    return with(settings(spec), (outbox, settings) -> work.apply(outbox));
  }

  private @Nullable AdapterSettings settings(CommandSpec spec) {
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home(), System.getenv(), problems).orElse(null);
    problems.forEach(spec.commandLine().getErr()::println);
    return settings;
  }

  private static int with(
      @Nullable AdapterSettings settings, BiFunction<Outbox, AdapterSettings, Integer> work) {
    if (settings == null) {
      return 1;
    }
    try (Outbox outbox = OutboxOfSettings.open(settings, Clock.systemUTC())) {
      return work.apply(outbox, settings);
    }
  }

  Home home() {
    return homeOption.home();
  }
}

package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.OutboxOfSettings;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** For commands that look into the outbox of a home, whether the adapter runs or not. */
final class OpenOutbox {
  @Mixin private HomeOption homeOption = new HomeOption();

  /**
   * Does something with the outbox and closes it again.
   *
   * @return what {@code work} returns, or 1 where config/adapter.yaml is not right
   */
  int with(CommandSpec spec, Function<Outbox, Integer> work) {
    return with(spec, (outbox, settings) -> work.apply(outbox));
  }

  /** The same for what needs the settings as well. */
  int with(CommandSpec spec, BiFunction<Outbox, AdapterSettings, Integer> work) {
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home(), System.getenv(), problems).orElse(null);
    if (settings == null) {
      problems.forEach(spec.commandLine().getErr()::println);
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

package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.settings.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --home}, for every command that needs a home. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = {
        "The folder that holds routes/, mappings/ and config/.",
        "Default: what the variable ADAPTER_HOME says, or else the current folder."
      })
  private @Nullable Path folder;

  /**
   * The home that was meant.
   *
   * @throws com.nexway.dmp.adapter.settings.NoHome if it is none
   */
  Home home() {
    return Home.find(folder, System.getenv());
  }
}

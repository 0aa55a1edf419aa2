package com.nexway.dmp.adapter.settings;

import java.nio.file.Path;
import java.util.List;

/** The folder that should be the home does not hold what a home holds. */
public final class NoHome extends RuntimeException {
  NoHome(Path folder, String how, List<String> missing) {
    super(
        ("%s is not a home of the adapter (%s): it lacks %s. A home is the folder that holds"
                + " routes/, mappings/ and config/. Name it by --home DIR or ADAPTER_HOME, or"
                + " change to it; a new one starts as a copy of these three folders from the"
                + " adapter's own")
            .formatted(folder, how, folders(missing)));
  }

  private static String folders(List<String> missing) {
    return String.join(", ", missing.stream().map(name -> name + "/").toList());
  }
}

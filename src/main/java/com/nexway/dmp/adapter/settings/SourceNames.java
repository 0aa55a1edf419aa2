package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;
import java.util.Set;

/** What a source may be called: its name is a route, a folder and the end of an address. */
final class SourceNames {
  /** dead-letters/resend is where dead letters are dropped; the others Windows keeps for itself. */
  private static final Set<String> TAKEN = Set.of("resend", "con", "nul", "aux", "prn");

  private SourceNames() {}

  static void check(String file, String name, Set<String> routes, List<FileProblem> problems) {
    if (!file.endsWith(".yaml")) {
      problems.add(new FileProblem(file, 1, 1, "the file must end with .yaml, or it is not read"));
    }
    if (!SourceSettings.isName(name)) {
      problems.add(
          new FileProblem(
              file,
              1,
              1,
              "the name of a source is its file's, without .yaml, and must be %s; it is '%s'"
                  .formatted(SourceSettings.NAMES, name)));
    } else if (TAKEN.contains(name) || routes.contains(name)) {
      problems.add(
          new FileProblem(
              file, 1, 1, "the adapter uses the name '" + name + "' itself; rename the file"));
    }
  }
}

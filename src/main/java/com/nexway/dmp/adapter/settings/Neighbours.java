package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with sources only beside each other. */
final class Neighbours {
  private Neighbours() {}

  /** Two sources that take the same files would each get some of them: the later one is bad. */
  static List<SourceFile> checked(List<SourceFile> files) {
    Map<String, String> takers = new HashMap<>();
    List<SourceFile> checked = new ArrayList<>();
    for (SourceFile file : files) {
      if (!(file.settings() instanceof CsvSettings csv)) {
        checked.add(file);
        continue;
      }
      String first = takers.putIfAbsent(csv.folder() + " " + csv.files(), csv.name());
      if (first == null) {
        checked.add(file);
      } else {
        String message =
            "the files of drop/%s are taken by source %s already; give each its own folder or"
                + " its own files";
        checked.add(
            new SourceFile(
                file.name(),
                file.file(),
                null,
                List.of(
                    new FileProblem(
                        "routes/sources/" + file.file().getFileName(),
                        1,
                        1,
                        message.formatted(csv.folder(), first)))));
      }
    }
    return checked;
  }
}

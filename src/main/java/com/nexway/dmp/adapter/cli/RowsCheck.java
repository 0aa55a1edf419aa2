package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;

/**
 * A mapping that makes something of each row needs records of several rows: without a group, each
 * line of an order would go out as an order of its own.
 */
final class RowsCheck {
  static final String GROUP = "the column whose value the lines of one order share";

  private RowsCheck() {}

  /** The sources, each refused whose mapping has {@code each: rows} and whose files no group. */
  static SourceFiles checked(SourceFiles sources, Mappings mappings) {
    return new SourceFiles(
        sources.files().stream().map(file -> checked(file, mappings)).toList(), sources.problems());
  }

  private static SourceFile checked(SourceFile file, Mappings mappings) {
    if (!(file.settings() instanceof CsvSettings csv)
        || csv.groups()
        || !mappings.find(csv.mapping()).map(Mapping::readsRows).orElse(false)) {
      return file;
    }
    FileProblem problem =
        new FileProblem(
            "routes/sources/" + file.name() + ".yaml",
            0,
            0,
            "the mapping %s has each: rows, but group is missing here: %s, for example"
                    .formatted(csv.mapping(), GROUP)
                + " { name: group, value: order_id }");
    return new SourceFile(file.name(), file.file(), null, List.of(problem));
  }
}

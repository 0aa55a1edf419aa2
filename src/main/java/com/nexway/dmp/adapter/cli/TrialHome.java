package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.DropFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The home of a trial: routes and mappings as the merchant's, and the files that wait in the drop
 * folders, to be moved about while the merchant's stay where they are.
 */
final class TrialHome {
  /** Dead letters stay in the trial's outbox, where its end finds them. */
  private static final String LETTERS = "dead-letters.yaml";

  private TrialHome() {}

  static Home in(Path folder, Home merchants, SourceFiles sources) throws IOException {
    Home trial = new Home(folder);
    copy(merchants.routes(), trial.routes());
    Files.deleteIfExists(trial.routes().resolve(LETTERS));
    copy(merchants.mappings(), trial.mappings());
    trial.prepare();
    for (SourceSettings source : sources.good()) {
      if (source instanceof CsvSettings csv) {
        drop(merchants.drop().resolve(csv.folder()), trial.drop().resolve(csv.folder()));
      }
    }
    return trial;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void drop(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        link(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** A second name costs nothing; not every file system has them. */
  private static void link(Path file, Path second) throws IOException {
    if (Files.exists(second)) {
      return;
    }
    try {
      Files.createLink(second, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, second);
    }
  }

  /** The files of a source that are not read yet. */
  static List<Path> waiting(Home trial, CsvSettings source) throws IOException {
    return DropFiles.waiting(trial.drop(), source);
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The columns of the files that a source takes, to compare them with its mapping beforehand. */
public final class CsvHeader {
  private static final String DONE = ".done";

  private CsvHeader() {}

  /**
   * The files by which a source can be judged: those that wait in its folder, or else the one that
   * was read last.
   *
   * @param drop the folder of the drop folders
   * @param most how many files are wanted
   */
  public static List<Path> samples(Path drop, CsvSettings settings, int most) throws IOException {
    Path folder = drop.resolve(settings.folder());
    List<Path> waiting = files(folder, settings, most);
    return waiting.isEmpty() ? files(folder.resolve(DONE), settings, 1) : waiting;
  }

  /**
   * The names of a file's columns.
   *
   * @throws CsvRefused where the file would not be read at all
   */
  public static List<String> columns(Path file, CsvSettings settings)
      throws IOException, CsvRefused {
    return CsvDialect.of(file, settings).columns();
  }

  /** The newest first: names of files that were read begin with the time. */
  private static List<Path> files(Path folder, CsvSettings settings, int most) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isMeant(file.getFileName().toString(), settings))
          .sorted(Comparator.reverseOrder())
          .limit(most)
          .toList();
    }
  }

  private static boolean isMeant(String name, CsvSettings settings) {
    return !FileNames.isUnfinished(name)
        && settings.files().matches(name.replaceFirst("^\\d{8}-\\d{9}-", ""));
  }
}

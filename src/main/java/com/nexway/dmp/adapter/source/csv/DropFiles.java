package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files in the folder of a source, for somebody who looks and takes none. */
public final class DropFiles {
  private static final String DONE = ".done";

  /** What Java puts where a name has bytes that it has no letter for. */
  static final char NO_LETTER = '\uFFFD';

  private DropFiles() {}

  /** A file in the order in which routes/csv.yaml reads: by date, then by name. */
  private record Dated(FileTime modified, String name) {}

  /**
   * The files that wait in its folder, that which is read next first.
   *
   * @param drop the folder of the drop folders
   */
  public static List<Path> waiting(Path drop, CsvSettings settings) throws IOException {
    Map<Dated, Path> files =
        new TreeMap<>(Comparator.comparing(Dated::modified).thenComparing(Dated::name));
    for (Path file : files(drop.resolve(settings.folder()), settings)) {
      files.put(new Dated(Files.getLastModifiedTime(file), file.getFileName().toString()), file);
    }
    return List.copyOf(files.values());
  }

  /**
   * The files by which a source can be judged: those that wait in its folder, or else the one that
   * was read last.
   *
   * @param drop the folder of the drop folders
   * @param most how many files are wanted
   */
  public static List<Path> samples(Path drop, CsvSettings settings, int most) throws IOException {
    List<Path> waiting = waiting(drop, settings);
    List<Path> files = waiting.isEmpty() ? done(drop, settings) : waiting;
    return files.subList(0, Math.min(files.size(), waiting.isEmpty() ? 1 : most));
  }

  /** The files that were read, the last one first: their names begin with the time. */
  public static List<Path> done(Path drop, CsvSettings settings) throws IOException {
    return files(drop.resolve(settings.folder()).resolve(DONE), settings).stream()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Whether a name has letters that this machine's Java has not: it can be written in part. */
  public static boolean isUnnamed(Path file) {
    return String.valueOf(file.getFileName()).indexOf(NO_LETTER) >= 0;
  }

  private static List<Path> files(Path folder, CsvSettings settings) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> isMeant(file.getFileName().toString(), settings))
          .toList();
    }
  }

  private static boolean isMeant(String name, CsvSettings settings) {
    return !FileNames.isUnfinished(name)
        && FileNames.isMeant(name.replaceFirst("^\\d{8}-\\d{9}-", ""), settings.files());
  }
}

package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The columns of the files that a source takes, to compare them with its mapping beforehand. */
public final class CsvHeader {
  private CsvHeader() {}

  /**
   * The files by which a source can be judged: those that wait in its folder, or else the one that
   * was read last.
   *
   * @param drop the folder of the drop folders
   * @param most how many files are wanted
   */
  public static List<Path> samples(Path drop, CsvSettings settings, int most) throws IOException {
    List<Path> waiting = DropFiles.waiting(drop, settings);
    List<Path> files = waiting.isEmpty() ? DropFiles.done(drop, settings) : waiting;
    return files.subList(0, Math.min(files.size(), waiting.isEmpty() ? 1 : most));
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
}

package com.nexway.dmp.adapter.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that drop folders are done with, in their {@code .done} and {@code .errors}; bean
 * {@code doneFiles}.
 */
public final class DoneFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DoneFiles.class);
  private static final String STAMP = "yyyyMMdd-HHmmssSSS";
  private static final DateTimeFormatter DONE = DateTimeFormatter.ofPattern(STAMP);

  /** drop/FOLDER/.done, where FOLDER itself may be a path. */
  private static final int DEEPEST = 6;

  private final Path drop;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param drop the folder of the drop folders
   * @param kept how long they are kept
   */
  public DoneFiles(Path drop, Duration kept, Clock clock) {
    this.drop = drop;
    this.kept = kept;
    this.clock = clock;
  }

  /** Deletes those that were kept long enough. */
  public void forget() throws IOException {
    Instant before = clock.instant().minus(kept);
    int deleted = 0;
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          if (doneAt(file).isBefore(before)) {
            Files.deleteIfExists(file);
            deleted++;
          }
        }
      }
    }
    if (deleted > 0) {
      LOG.info("{} files that were done were deleted", deleted);
    }
  }

  /** The time that a done file's name begins with: a copy may have kept a date of years ago. */
  private static Instant doneAt(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.matches("\\d{8}-\\d{9}-.*")) {
      return LocalDateTime.parse(name.substring(0, STAMP.length()), DONE).toInstant(ZoneOffset.UTC);
    }
    return Files.getLastModifiedTime(file).toInstant();
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.walk(drop, DEEPEST)) {
      return found
          .filter(
              path ->
                  (path.endsWith(".done") || path.endsWith(".errors")) && Files.isDirectory(path))
          .toList();
    }
  }
}

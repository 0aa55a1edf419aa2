package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.Mention;
import com.nexway.dmp.adapter.outbox.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The folder dead-letters/: what is old, or about a person who is to be erased, leaves it. */
public final class LetterFolder {
  /** dead-letters/SOURCE/NAME and dead-letters/resend/.sent/NAME. */
  private static final int DEEPEST = 3;

  private final Path root;
  private final Duration keep;
  private final Clock clock;

  /**
   * @param root the folder, absolute
   * @param keep how long files are kept after their last change
   */
  public LetterFolder(Path root, Duration keep, Clock clock) {
    this.root = root.normalize();
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * Deletes files that the outbox has noted.
   *
   * @param files relative to the folder
   * @return how many were there
   */
  public int delete(Collection<String> files) throws IOException {
    int deleted = 0;
    for (String file : files) {
      Path path = root.resolve(file).normalize();
      if (path.startsWith(root) && !path.equals(root) && Files.deleteIfExists(path)) {
        deleted++;
      }
    }
    return deleted;
  }

  /**
   * Deletes what is older than it may be, those that were sent again too.
   *
   * @return how many files
   */
  public int forget() throws IOException {
    Instant oldest = clock.instant().minus(keep);
    int deleted = 0;
    for (Path file : files()) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
        deleted++;
      }
    }
    return deleted;
  }

  /**
   * Deletes every file that mentions a person, or whose name does.
   *
   * @return how many files
   */
  public int erase(Person person) throws IOException {
    int deleted = 0;
    for (Path file : files()) {
      if (person.isInName(String.valueOf(file.getFileName())) || Mention.isIn(file, person::isIn)) {
        Files.deleteIfExists(file);
        deleted++;
      }
    }
    return deleted;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root, DEEPEST)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}

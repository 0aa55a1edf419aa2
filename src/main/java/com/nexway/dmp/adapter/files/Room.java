package com.nexway.dmp.adapter.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Space where a file stands.
 *
 * @param free bytes that this process may still write
 * @param total bytes in all
 */
public record Room(long free, long total) {
  /** Where nobody can tell: then nothing is kept from being written. */
  public static final Room UNKNOWN = new Room(Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * The room of the disk that a path stands on, or will stand on. Asks the file system itself and
   * not the mount table, which a chroot or a container need not have; {@link #UNKNOWN} where that
   * does not tell, never an error.
   */
  public static Room of(Path path) {
    Path there = path.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    File file = there.toFile();
    long total = file.getTotalSpace();
    return total <= 0 ? UNKNOWN : new Room(file.getUsableSpace(), total);
  }
}

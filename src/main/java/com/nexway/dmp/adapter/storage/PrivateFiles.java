package com.nexway.dmp.adapter.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** Files with personal data: only their owner may read them. */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes an empty file and its folders where they are not there. */
  static void make(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(folder, "rwx------"));
    }
    if (!Files.exists(file)) {
      Files.createFile(file, mode(folder, "rw-------"));
    }
  }

  /** Lets a file be written beside its target, and puts it there when it is on the disk. */
  static void copyInto(Path target, Consumer<Path> writer) throws IOException {
    Path whole = target.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new FileAlreadyExistsException(whole + " is there already");
    }
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(part);
    make(part);
    try {
      writer.accept(part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static FileAttribute<?>[] mode(
      @org.jspecify.annotations.Nullable Path near, String mode) {
    boolean posix =
        (near == null ? Path.of("") : near)
            .getFileSystem()
            .supportedFileAttributeViews()
            .contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}

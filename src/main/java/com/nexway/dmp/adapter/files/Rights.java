package com.nexway.dmp.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may do what with a file, where the system knows owner, group and others. */
enum Rights {
  OWNERS_FOLDER("rwx------"),
  OWNERS_FILE("rw-------");

  private final Set<PosixFilePermission> set;

  Rights(String text) {
    set = PosixFilePermissions.fromString(text);
  }

  /** For a path that is made: it has these rights from its first moment. */
  FileAttribute<?>[] of(Path path) {
    return areKept(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
        : new FileAttribute<?>[0];
  }

  /** For a path that is there. */
  void give(Path path) throws IOException {
    if (areKept(path)) {
      Files.setPosixFilePermissions(path, set);
    }
  }

  /** Whether such rights exist where a path stands. */
  static boolean areKept(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

package com.nexway.dmp.adapter.files;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders with personal data that every user of the machine may look into. Nobody wishes that: it
 * is how folders are made where nobody thinks of it, so the rights are taken away. A group that was
 * let in alone (0770, 0750) was let in on purpose, and stays.
 */
public final class Exposure {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

  private Exposure() {}

  /** Whether every user of the machine may look into a folder; false where nobody can tell. */
  public static boolean isOf(Path folder) {
    return Rights.areKept(folder) && rights(folder).stream().anyMatch(OTHERS::contains);
  }

  /**
   * Closes a folder that only the adapter writes to.
   *
   * @return what was done or must be done, in a sentence; empty where all is well
   */
  public static Optional<String> end(Path folder) {
    return isOf(folder) ? Optional.of(closed(folder)) : Optional.empty();
  }

  /**
   * Closes a folder that others may drop files into. Where every user may write to it, or to a
   * folder in it, somebody else may need that: it is told, and nothing is changed.
   */
  public static Optional<String> endUnlessShared(Path folder) {
    if (!isOf(folder)) {
      return Optional.empty();
    }
    return isShared(folder) ? Optional.of(shared(folder)) : Optional.of(closed(folder));
  }

  private static String closed(Path folder) {
    Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
    kept.addAll(rights(folder));
    kept.removeAll(OTHERS);
    if (!kept.contains(GROUP_WRITE)) {
      kept.removeAll(EnumSet.of(GROUP_READ, GROUP_EXECUTE));
    }
    try {
      Files.setPosixFilePermissions(folder, kept);
      return isOf(folder)
          ? open(folder, "Its file system keeps no rights: move it to one that does")
          : "%s was open to every user of this machine; it is closed to them now".formatted(folder);
    } catch (IOException e) {
      return open(folder, "As its owner or as root: chmod o-rwx " + folder);
    }
  }

  private static String shared(Path folder) {
    return open(
        folder,
        """
        Let whoever drops files into it in by a group: \
        chgrp -R GROUP %1$s && chmod -R g+rwX,o-rwx %1$s"""
            .formatted(folder));
  }

  private static String open(Path folder, String advice) {
    return "%s holds personal data and is open to every user of this machine. %s"
        .formatted(folder, advice);
  }

  private static boolean isShared(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), inside.filter(Files::isDirectory))
          .anyMatch(each -> rights(each).contains(OTHERS_WRITE));
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<PosixFilePermission> rights(Path folder) {
    try {
      return Files.getPosixFilePermissions(folder);
    } catch (IOException e) {
      return Set.of();
    }
  }
}

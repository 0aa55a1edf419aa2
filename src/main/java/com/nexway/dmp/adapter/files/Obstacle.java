package com.nexway.dmp.adapter.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that cannot be used. The message is a sentence for whoever looks after the
 * machine: the path, what is in the way, whose it should be, and the command.
 */
public final class Obstacle extends IOException {
  Obstacle(String message, @Nullable IOException cause) {
    super(message, cause);
  }

  /** What a failure at a path means; one that is told already is handed back as it is. */
  public static Obstacle at(Path path, IOException failure) {
    return failure instanceof Obstacle told ? told : new Obstacle(words(path, failure), failure);
  }

  /** What a failure means, where the path is not known but by the failure itself. */
  public static String words(IOException failure) {
    if (failure instanceof Obstacle told) {
      return String.valueOf(told.getMessage());
    }
    if (failure instanceof FileSystemException at && at.getFile() != null) {
      return words(Path.of(at.getFile()), failure);
    }
    return isShortage(failure)
        ? capital(Descriptors.words())
        : failure.getMessage() == null
            ? failure.getClass().getSimpleName()
            : String.valueOf(failure.getMessage());
  }

  /** Why a folder cannot be read and written, as it stands there now; empty where it can. */
  public static Optional<String> toFolder(Path folder) {
    if (!Files.exists(folder)) {
      return Optional.of(missing(folder));
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of(noFolder(folder));
    }
    return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder)
        ? Optional.empty()
        : Optional.of(denied(folder));
  }

  /** Why a file cannot be read and written, as it stands there now; empty where it can. */
  public static Optional<String> toFile(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of(
          "%s is a folder, and must be a file: move the folder away".formatted(file));
    }
    if (!Files.exists(file)) {
      Path above = file.toAbsolutePath().getParent();
      return above == null ? Optional.empty() : toFolder(above);
    }
    return Files.isReadable(file) && Files.isWritable(file)
        ? Optional.empty()
        : Optional.of(denied(file));
  }

  /** What is meant where no more files and connections can be opened; empty where some can. */
  public static Optional<String> toOpening() {
    return Descriptors.areUsedUp() ? Optional.of(capital(Descriptors.words())) : Optional.empty();
  }

  private static String words(Path path, IOException failure) {
    String why = why(failure);
    if (isShortage(failure)) {
      return "%s cannot be opened: %s".formatted(path, Descriptors.words());
    }
    if (why.contains("no space left") || why.contains("disk quota")) {
      return "%s cannot be written: the disk is full. Free some space".formatted(path);
    }
    if (why.contains("read-only file system")) {
      return readOnly(path);
    }
    if (failure instanceof DirectoryNotEmptyException || why.contains("is a directory")) {
      return "%s is a folder, and must be a file: move the folder away".formatted(path);
    }
    if (failure instanceof NotDirectoryException
        || failure instanceof FileAlreadyExistsException
        || why.contains("not a directory")) {
      return noFolder(firstThatIsNoFolder(path));
    }
    if (failure instanceof AccessDeniedException || why.contains("permitted")) {
      return denied(nearest(path));
    }
    return failure instanceof NoSuchFileException
        ? missing(path)
        : "%s cannot be used: %s".formatted(path, reason(failure));
  }

  // The system's words depend on its language; its count of open files does not.
  private static boolean isShortage(IOException failure) {
    return why(failure).contains("too many open files")
        || (!(failure instanceof NoSuchFileException) && Descriptors.areUsedUp());
  }

  private static String why(IOException failure) {
    return reason(failure).toLowerCase(Locale.ROOT);
  }

  private static String reason(IOException failure) {
    String reason = failure instanceof FileSystemException at ? at.getReason() : null;
    String text = reason == null ? failure.getMessage() : reason;
    return text == null ? failure.getClass().getSimpleName() : text;
  }

  private static String missing(Path path) {
    return "%s is not there".formatted(path);
  }

  private static String noFolder(Path path) {
    return "%s is a file, and must be a folder: move the file away".formatted(path);
  }

  private static String readOnly(Path path) {
    return """
    %s cannot be written: its file system is mounted read-only (mount -o remount,rw), or it is \
    locked (lsattr)"""
        .formatted(path);
  }

  private static String denied(Path path) {
    String user = System.getProperty("user.name", "?");
    String owner = owner(path);
    // In a container, root may have no more rights than others: then it cannot read either.
    if (user.equals("root") && Files.isReadable(path)) {
      return readOnly(path);
    }
    if (!owner.equals(user)) {
      return "%s cannot be used: it belongs to %s, and the adapter runs as %s. As root: chown %s %s"
          .formatted(path, owner, user, user.equals("?") ? "USER" : user, quoted(path));
    }
    return "%s cannot be used: its own user %s may not read and write it. chmod %s %s"
        .formatted(path, user, Files.isDirectory(path) ? "u+rwx" : "u+rw", quoted(path));
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "another user";
    }
  }

  /** Where a path is not there, what lets it not be made is the nearest folder above it. */
  private static Path nearest(Path path) {
    Path there = path.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    Path above = there.getParent();
    boolean own = Files.isReadable(there) && Files.isWritable(there);
    return own && above != null && !Files.isWritable(above) ? above : there;
  }

  private static Path firstThatIsNoFolder(Path path) {
    Path whole = path.toAbsolutePath();
    Path root = whole.getRoot();
    Path so = root == null ? Path.of("") : root;
    for (Path name : whole) {
      so = so.resolve(name);
      if (Files.exists(so) && !Files.isDirectory(so)) {
        return so;
      }
    }
    return path;
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

package com.nexway.dmp.adapter.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files and folders with personal data: what is made here is its owner's alone, from its first
 * moment. What cannot be made or written is told as an {@link Obstacle}.
 */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** What writes a file's bytes to the path that it is given. */
  @FunctionalInterface
  public interface Writing {
    void to(Path part) throws IOException;
  }

  /** Makes a folder, and those above it, where they are not there. */
  public static Path folder(Path folder) throws IOException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, Rights.OWNERS_FOLDER.of(folder));
      }
      return folder;
    } catch (IOException e) {
      throw Obstacle.at(folder, e);
    }
  }

  /** Makes an empty file, and the folders above it, where they are not there. */
  public static Path file(Path file) throws IOException {
    Path above = file.toAbsolutePath().getParent();
    if (above != null) {
      folder(above);
    }
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, Rights.OWNERS_FILE.of(file));
      }
      return file;
    } catch (FileAlreadyExistsException e) {
      return file; // another process was first
    } catch (IOException e) {
      throw Obstacle.at(file, e);
    }
  }

  /** Opens a file to be written from its beginning. */
  public static OutputStream open(Path file) throws IOException {
    try {
      return Files.newOutputStream(file(file));
    } catch (IOException e) {
      throw Obstacle.at(file, e);
    }
  }

  /**
   * Puts bytes into a file in one step: whoever reads it sees all that was, or all that is.
   *
   * @param file is replaced where it is there
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, part -> Files.write(part, bytes));
  }

  /** The same for what is too long to be held: it is written beside its place first. */
  public static void replace(Path file, Writing writing) throws IOException {
    inOneStep(file.toAbsolutePath(), writing);
  }

  /**
   * Lets a new file be written beside its place, and puts it there when it is on the disk.
   *
   * @throws Obstacle if it is there already
   */
  public static void copyInto(Path target, Writing writing) throws IOException {
    Path whole = target.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new Obstacle(whole + " is there already", null);
    }
    inOneStep(whole, writing);
  }

  private static void inOneStep(Path whole, Writing writing) throws IOException {
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      writing.to(file(part));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, whole, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw Obstacle.at(whole, e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Deletes a folder with all that is in it, or a file; nothing where it is not there. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(path)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}

package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where tests put files: below {@code target/tmp}, which is empty again when they have ended. Each
 * {@code @TempDir} is one of these folders (see {@code junit-platform.properties}). What cannot be
 * removed at once, since a process or a thread still writes there, is waited for and no failure of
 * the test: a test whose point is that nothing stays says so itself.
 */
public final class Scratch implements TempDirFactory {
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(20);
  private static final Path TARGET = Path.of("target", "tmp").toAbsolutePath();
  private static final Deque<AutoCloseable> AT_THE_END = new ArrayDeque<>();

  // JUnit tells each folder that it leaves to this class; the reference keeps the level.
  private static final Logger TOLD_OF_EACH_FOLDER =
      Logger.getLogger("org.junit.jupiter.engine.extension.TempDirectory");

  static {
    TOLD_OF_EACH_FOLDER.setLevel(Level.WARNING);
    Runtime.getRuntime().addShutdownHook(new Thread(Scratch::end, "tests-end"));
  }

  private Path folder;

  /** A new, empty folder, removed when the tests have ended. */
  public static Path folder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(TARGET), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty file, removed when the tests have ended. */
  public static Path file(String name, String suffix) {
    try {
      return Files.createTempFile(Files.createDirectories(TARGET), name + "-", suffix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes this when the tests have ended, before the folders are removed; the last one first. */
  static synchronized void closeAtTheEnd(AutoCloseable part) {
    AT_THE_END.push(part);
  }

  private static synchronized void end() {
    for (AutoCloseable part : AT_THE_END) {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("After the tests: " + e);
      }
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(TARGET)) {
      left.forEach(Scratch::delete);
    } catch (IOException e) {
      System.err.println("After the tests, " + TARGET + " cannot be emptied: " + e);
    }
  }

  /** Removes a folder with all that is in it, and waits for those who still write there. */
  public static void delete(Path folder) {
    long end = System.nanoTime() + WAIT_FOR_WRITERS.toNanos();
    while (true) {
      try {
        Files.walkFileTree(folder, new Removal());
        return;
      } catch (IOException e) {
        if (System.nanoTime() - end > 0) {
          System.err.println(folder + " cannot be removed yet: " + e);
          return;
        }
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) {
    folder = folder(context.getRequiredTestClass().getSimpleName());
    return folder;
  }

  @Override
  public void close() {
    if (folder != null) {
      delete(folder);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      open(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        open(file);
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }

    /** A test may have taken the right to remove what is inside. */
    private static void open(Path folder) {
      boolean opened =
          folder.toFile().setWritable(true)
              && folder.toFile().setReadable(true)
              && folder.toFile().setExecutable(true);
      if (!opened && Files.exists(folder)) {
        System.err.println(folder + " belongs to somebody else");
      }
    }
  }
}

package com.nexway.dmp.adapter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where this process puts what it needs for a moment: copies of personal data, in a folder of its
 * own that is its owner's alone. What a process left behind that was killed is removed by the next
 * one; a lock tells which of them still runs.
 */
public final class WorkFolder implements Closeable {
  private static final String LOCK = ".lock";

  private final Path own;
  private final FileChannel lock;

  private WorkFolder(Path own, FileChannel lock) {
    this.own = own;
    this.lock = lock;
  }

  /**
   * Takes a folder of its own below one that processes share, and removes those of the dead.
   *
   * @throws Obstacle if it cannot be made
   */
  public static WorkFolder below(Path shared) throws IOException {
    PrivateFiles.folder(shared);
    Rights.OWNERS_FOLDER.give(shared);
    removeDead(shared);
    Path own = shared.resolve(UUID.randomUUID().toString());
    Path file = PrivateFiles.file(shared.resolve(own.getFileName() + LOCK));
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.tryLock();
    return new WorkFolder(PrivateFiles.folder(own), channel);
  }

  /** The folder itself: what is put into it is removed by whoever put it there, or at the end. */
  public Path path() {
    return own;
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.delete(own);
    Files.deleteIfExists(own.resolveSibling(own.getFileName() + LOCK));
    lock.close();
  }

  /** Removes the folders of processes that run no more. */
  public static void removeDead(Path shared) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.list(shared)) {
      found = all.filter(path -> !path.toString().endsWith(LOCK)).toList();
    }
    for (Path each : found) {
      removeUnlessAlive(each, shared.resolve(each.getFileName() + LOCK));
    }
  }

  private static void removeUnlessAlive(Path folder, Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.delete(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        @Nullable FileLock free = channel.tryLock()) {
      if (free != null) {
        PrivateFiles.delete(folder);
        Files.deleteIfExists(file);
      }
    } catch (OverlappingFileLockException e) {
      // Another of this very process: it is alive.
    }
  }
}

package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library is unpacked to a folder beside the database: the system's temporary one
 * may be read-only, or one from which nothing may be run (noexec). That one is the second choice.
 */
final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  static synchronized void load(Path beside) {
    String chosen = System.getProperty(FOLDER);
    if (chosen == null) {
      System.setProperty(FOLDER, made(beside).toString());
    }
    if (loads()) {
      return;
    }
    System.setProperty(FOLDER, System.getProperty("java.io.tmpdir"));
    if (!loads()) {
      throw new StorageRefused(
          """
          SQLite's library could be loaded neither from %s nor from %s: start Java with \
          -Dorg.sqlite.tmpdir=FOLDER, a folder on a disk that programs may be run from"""
              .formatted(chosen == null ? beside : chosen, System.getProperty(FOLDER)),
          null);
    }
  }

  private static Path made(Path beside) {
    try {
      return PrivateFiles.folder(beside);
    } catch (IOException e) {
      throw new StorageRefused(Obstacle.words(e), e);
    }
  }

  private static boolean loads() {
    try {
      return SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      return false;
    }
  }
}

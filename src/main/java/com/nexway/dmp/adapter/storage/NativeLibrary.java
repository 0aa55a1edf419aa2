package com.nexway.dmp.adapter.storage;

import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library is unpacked to the system's temporary folder; where nothing may be run
 * from there (noexec), or it cannot be written, to a folder beside the database.
 */
final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  static synchronized void load(Path beside) {
    if (loads()) {
      return;
    }
    if (System.getProperty(FOLDER) == null) {
      if (!beside.toFile().isDirectory() && !beside.toFile().mkdirs()) {
        throw new StorageRefused(beside + " cannot be made", null);
      }
      System.setProperty(FOLDER, beside.toString());
      if (loads()) {
        return;
      }
    }
    throw new StorageRefused(
        """
        SQLite's library could be loaded neither from %s nor from %s: \
        start Java with -Dorg.sqlite.tmpdir=FOLDER, a folder on a disk that programs may be run from"""
            .formatted(System.getProperty("java.io.tmpdir"), beside),
        null);
  }

  private static boolean loads() {
    try {
      return SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      return false;
    }
  }
}

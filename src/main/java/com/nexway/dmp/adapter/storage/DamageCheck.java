package com.nexway.dmp.adapter.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * Reads an SQLite file before it is used. A small file is read whole; of a large one as much as one
 * second allows, for a start must not wait for gigabytes: housekeeping reads the rest.
 */
final class DamageCheck {
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(1);
  private static final int STEPS_BETWEEN_LOOKS = 1_000;

  private DamageCheck() {}

  static void refuseIfDamaged(Connection connection, Path file) throws SQLException {
    long begun = System.nanoTime();
    ProgressHandler.setHandler(
        connection,
        STEPS_BETWEEN_LOOKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() - begun > LIMIT ? 1 : 0;
          }
        });
    try {
      String found = Sqlite.pragma(connection, "PRAGMA quick_check(1)");
      if (!found.equals("ok")) {
        throw new StorageRefused(advice(file, found), null);
      }
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_INTERRUPT.code) {
        throw e;
      }
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  static String advice(Path file, String found) {
    return """
        %1$s is damaged (%2$s). Stop the adapter and keep the file. Then either put the last backup \
        in its place, or recover what is readable: \
        sqlite3 %1$s .recover | sqlite3 recovered.db, and start with that. \
        The files %1$s-wal and %1$s-shm belong to it: move them along with it"""
        .formatted(file, found.lines().findFirst().orElse(found));
  }
}

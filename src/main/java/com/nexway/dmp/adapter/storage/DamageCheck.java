package com.nexway.dmp.adapter.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * Reads an SQLite file to see whether it is whole. Before it is used, a small file is read whole;
 * of a large one as much as one second allows, for a start must not wait for gigabytes. While it is
 * used, all of it is read, once in a while.
 */
final class DamageCheck {
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(1);
  private static final int STEPS_BETWEEN_LOOKS = 1_000;

  private final Connection connection;
  private final Path file;

  DamageCheck(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  void refuseIfDamaged() throws SQLException {
    long begun = System.nanoTime();
    Optional<String> found =
        found("PRAGMA quick_check(1)", () -> System.nanoTime() - begun < LIMIT);
    if (found.isPresent()) {
      throw new StorageRefused(advice(file, found.get()), null);
    }
  }

  // Table by table: the log of newer transactions can be emptied between two, and stays small.
  Optional<String> damage(BooleanSupplier goOn) throws SQLException {
    try {
      for (String table : tables()) {
        Optional<String> found = found("PRAGMA integrity_check(%s)".formatted(table), goOn);
        if (found.isPresent()) {
          return Optional.of(advice(file, found.get()));
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      if (SqliteFailure.isDamage(e)) {
        return Optional.of(advice(file, String.valueOf(e.getMessage())));
      }
      throw e;
    }
  }

  private List<String> tables() {
    return new Session(connection)
        .query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", r -> r.text());
  }

  /** What one check says, unless all is well or it was not to go on. */
  private Optional<String> found(String check, BooleanSupplier goOn) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS_BETWEEN_LOOKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return goOn.getAsBoolean() ? 0 : 1;
          }
        });
    try {
      String found = SqliteConnections.pragma(connection, check);
      return found.equals("ok") ? Optional.empty() : Optional.of(found);
    } catch (SQLException e) {
      if (SqliteFailure.code(e) != SQLiteErrorCode.SQLITE_INTERRUPT) {
        throw e;
      }
      return Optional.empty();
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  static String advice(Path file, String found) {
    // SQLite's first line is a heading: *** in database main ***
    String words = found.lines().filter(line -> !line.startsWith("***")).findFirst().orElse(found);
    return """
        %1$s is damaged (%2$s). Stop the adapter and keep the file. Then either put the last backup \
        in its place, or recover what is readable: \
        sqlite3 %1$s .recover | sqlite3 recovered.db, and start with that. \
        The files %1$s-wal and %1$s-shm belong to it: move them along with it"""
        .formatted(file, words);
  }
}

package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Obstacle;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;

/** What the failures of SQLite mean, in words. */
final class SqliteFailure {
  private SqliteFailure() {}

  static RuntimeException explain(SQLException failure, Path file, Duration patience) {
    String why = String.valueOf(failure.getMessage());
    return switch (code(failure)) {
      case SQLITE_FULL, SQLITE_IOERR ->
          new StorageUnavailable(
              "%s cannot be written: the disk is full or failing (%s)".formatted(file, why),
              failure);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StorageUnavailable(
              "%s is locked by another program for more than %d s"
                  .formatted(file, patience.toSeconds()),
              failure);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new StorageUnavailable(DamageCheck.advice(file, why), failure);
      case SQLITE_CANTOPEN,
          SQLITE_READONLY,
          SQLITE_PERM,
          SQLITE_AUTH,
          SQLITE_NOMEM,
          SQLITE_PROTOCOL,
          SQLITE_INTERRUPT ->
          new StorageUnavailable(inTheWay(file, why), failure);
      default -> new IllegalStateException("SQL failed: " + why, failure);
    };
  }

  // SQLite says that it could not open a file; what is in the way, a look tells.
  private static String inTheWay(Path file, String why) {
    return Obstacle.toOpening()
        .or(() -> Obstacle.toFile(file))
        .or(() -> Obstacle.toFolder(file.resolveSibling(".")))
        .orElse("%s cannot be used: %s".formatted(file, why));
  }

  /** At the start damage is no passing trouble. */
  static RuntimeException explainAtStart(SQLException failure, Path file, Duration patience) {
    return isDamage(failure)
        ? new StorageRefused(
            DamageCheck.advice(file, String.valueOf(failure.getMessage())), failure)
        : explain(failure, file, patience);
  }

  static boolean isDamage(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  /** The kind of failure, without its details. */
  static SQLiteErrorCode code(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
  }
}

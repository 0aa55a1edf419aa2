package com.nexway.dmp.adapter.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens connections to a file of SQLite, set so that what it acknowledges outlives a power cut. */
final class SqliteConnections {
  static final String PREFIX = "jdbc:sqlite:";

  // Before the first table, and before WAL writes the file's first page.
  private static final String SHRINKABLE = "PRAGMA auto_vacuum = INCREMENTAL";
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA synchronous = FULL",
          "PRAGMA secure_delete = ON",
          "PRAGMA temp_store = MEMORY",
          "PRAGMA cache_size = -32768",
          "PRAGMA journal_size_limit = 33554432");

  private static final int PAGE = 4096;
  private static final int LOG_PAGES = 2_000;
  private static final int FEWEST_LOG_PAGES = 50;

  private final Path file;
  private final Duration patience;
  private volatile int logPages = LOG_PAGES;

  /**
   * @param patience how long another's lock is waited for
   */
  SqliteConnections(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * The connection that writes.
   *
   * @throws StorageRefused if the file system does not keep what is acknowledged
   */
  Connection writer() throws SQLException {
    Connection connection = open();
    try {
      pragma(connection, SHRINKABLE);
      String mode = pragma(connection, "PRAGMA journal_mode = WAL");
      for (String setting : SETTINGS) {
        pragma(connection, setting);
      }
      limitLog(connection);
      String synchronous = pragma(connection, "PRAGMA synchronous");
      if (!mode.equals("wal") || !synchronous.equals("2")) {
        throw new StorageRefused(
            "%s would not keep what it acknowledges (journal_mode %s, synchronous %s): it must stand on a local disk"
                .formatted(file, mode, synchronous),
            null);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** One that only reads. */
  Connection reader() throws SQLException {
    Connection connection = open();
    pragma(connection, "PRAGMA query_only = ON");
    return connection;
  }

  /** One with SQLite's own settings. */
  Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", Long.toString(patience.toMillis()));
    return new JDBC().connect(PREFIX + file, settings);
  }

  /**
   * How long the log may become before its room is used again.
   *
   * @param bytes kept free on the disk, half of them for the log
   */
  void limitLog(long bytes) {
    logPages = (int) Math.max(FEWEST_LOG_PAGES, Math.min(LOG_PAGES, bytes / 2 / PAGE));
  }

  /** Sets the log's limit as it is now. */
  void limitLog(Connection writer) throws SQLException {
    pragma(writer, "PRAGMA wal_autocheckpoint = " + logPages);
  }

  /** Runs a pragma and hands back the first value that it answers; empty where it answers none. */
  static String pragma(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() ? result.getString(1) : "";
      }
    }
  }
}

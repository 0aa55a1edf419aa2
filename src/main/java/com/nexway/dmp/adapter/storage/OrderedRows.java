package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows put in order on disk, more than memory holds: those of one group together, groups in the
 * order of their first rows, the rows of a group in the order in which they were added. They are
 * added first, and then read once. Its file is its owner's alone and goes when this is closed; what
 * is in it is lost with the process, which adds it again.
 */
public final class OrderedRows implements Closeable {
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA temp_store = FILE",
          "PRAGMA cache_size = -8192");

  // The rows stand in the order in which they are read: nothing is sorted at the end. Where the
  // rows of a group come one after another already, each is put behind the last one.
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE grouped (name TEXT PRIMARY KEY, first INTEGER NOT NULL) WITHOUT ROWID
          """,
          """
          CREATE TABLE ordered (first INTEGER, number INTEGER, content BLOB NOT NULL,
            PRIMARY KEY (first, number)) WITHOUT ROWID
          """);

  private final Path file;
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private String group = "";
  private long first;
  private long number;
  private @Nullable ResultSet reading;

  private OrderedRows(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    for (String setting : SETTINGS) {
      SqliteConnections.pragma(connection, setting);
    }
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate(table);
      }
      statement.execute("BEGIN");
    }
    begin = connection.prepareStatement("INSERT INTO grouped VALUES (?, ?) ON CONFLICT DO NOTHING");
    find = connection.prepareStatement("SELECT first FROM grouped WHERE name = ?");
    insert = connection.prepareStatement("INSERT INTO ordered VALUES (?, ?, ?)");
  }

  /**
   * Makes room for rows.
   *
   * @param folder on a disk that has room for all rows; made where it is not there
   * @throws StorageUnavailable where there is none, as for all else that fails here
   */
  public static OrderedRows in(Path folder) throws IOException {
    Path file = PrivateFiles.file(folder.resolve(UUID.randomUUID() + ".rows"));
    try {
      NativeLibrary.load(folder.resolve(".native"));
      Connection connection = new SqliteConnections(file, Duration.ZERO).open();
      return new OrderedRows(file, connection);
    } catch (SQLException e) {
      PrivateFiles.delete(file);
      throw SqliteFailure.explain(e, file, Duration.ZERO);
    }
  }

  /**
   * Adds a row.
   *
   * @param of the group that it belongs to; empty for a row that stands alone
   */
  public void add(String of, byte[] content) {
    number++;
    try {
      if (of.isEmpty()) {
        first = number;
      } else if (!of.equals(group)) {
        first = firstOf(of);
      }
      group = of;
      insert.setLong(1, first);
      insert.setLong(2, number);
      insert.setBytes(3, content);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  private long firstOf(String of) throws SQLException {
    begin.setString(1, of);
    begin.setLong(2, number);
    if (begin.executeUpdate() > 0) {
      return number;
    }
    find.setString(1, of);
    try (ResultSet found = find.executeQuery()) {
      return found.next() ? found.getLong(1) : number;
    }
  }

  /** The next row; null behind the last. Nothing is added from now on. */
  public byte @Nullable [] next() {
    try {
      ResultSet rows = reading;
      if (rows == null) {
        rows =
            connection
                .prepareStatement("SELECT content FROM ordered ORDER BY first, number")
                .executeQuery();
        reading = rows;
      }
      return rows.next() ? rows.getBytes(1) : null;
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  /** How many rows were added. */
  public long size() {
    return number;
  }

  private RuntimeException explained(SQLException e) {
    return SqliteFailure.explain(e, file, Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      PrivateFiles.delete(file);
    }
  }
}

package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.files.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** The outbox in a file of SQLite. */
final class Sqlite implements Engine {
  private static final int VACUUM_PAGES = 512;

  private final Location location;
  private final Path file;
  private final SqliteConnections connections;
  private volatile @Nullable Ballast ballast;

  Sqlite(Location location) {
    this.location = location;
    String path = location.url().substring(SqliteConnections.PREFIX.length());
    if (path.isBlank() || path.startsWith(":") || path.contains("?")) {
      throw new StorageRefused(
          "'%s': write the file alone, jdbc:sqlite:FILE; its settings are not to be chosen"
              .formatted(location),
          null);
    }
    this.file = Path.of(path).toAbsolutePath();
    this.connections = new SqliteConnections(file, location.patience());
  }

  @Override
  public void prepare() {
    refuseIfInTheWay();
    NativeLibrary.load(file.resolveSibling(".native"));
    try (Connection connection = connectWriter()) {
      new DamageCheck(connection, file).refuseIfDamaged();
    } catch (SQLException e) {
      throw SqliteFailure.explainAtStart(e, file, location.patience());
    }
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  // Beside the file stand its logs: the folder must be writable, too.
  private void refuseIfInTheWay() {
    try {
      PrivateFiles.file(file);
    } catch (IOException e) {
      throw new StorageRefused(Obstacle.words(e), e);
    }
    Optional<String> obstacle =
        Obstacle.toFile(file).or(() -> Obstacle.toFolder(file.resolveSibling(".")));
    if (obstacle.isPresent()) {
      throw new StorageRefused(obstacle.get(), null);
    }
  }

  @Override
  public Connection connectWriter() throws SQLException {
    return connections.writer();
  }

  @Override
  public Connection connectReader() throws SQLException {
    return connections.reader();
  }

  // IMMEDIATE: a transaction that reads first and writes later fails in spite of busy_timeout.
  @Override
  public void begin(Connection connection) throws SQLException {
    connections.limitLog(connection);
    run(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    run(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    run(connection, "ROLLBACK");
  }

  @Override
  public boolean hasTable(Session session, String name) {
    return session
        .first(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", r -> r.number(), name)
        .isPresent();
  }

  @Override
  public boolean isEmpty(Session session) {
    return session
        .first("SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1", row -> row.number())
        .isEmpty();
  }

  @Override
  public String putAside() {
    return "move %1$s, %1$s-wal and %1$s-shm away".formatted(file);
  }

  @Override
  public String ddl(String template) {
    return template
        .replace("{id}", "INTEGER PRIMARY KEY")
        .replace("{bytes}", "BLOB")
        .replace("{clustered}", "WITHOUT ROWID")
        .replace("{busy}", "");
  }

  @Override
  public RuntimeException explain(SQLException failure) {
    return SqliteFailure.explain(failure, file, location.patience());
  }

  @Override
  public Room room() {
    return Room.of(file);
  }

  // The log grows to its limit before its room is used again: it must fit into what is kept.
  @Override
  public void keep(long bytes, long spare) {
    connections.limitLog(bytes);
    if (spare >= bytes) {
      Ballast kept = new Ballast(file.resolveSibling(file.getFileName() + ".reserve"), bytes);
      kept.takeIn();
      ballast = kept;
    }
  }

  @Override
  public boolean makeRoom(SQLException failure) {
    Ballast kept = ballast;
    return SqliteFailure.code(failure) == SQLiteErrorCode.SQLITE_FULL
        && kept != null
        && kept.throwOverboard();
  }

  @Override
  public void backup(Path target) {
    try (Connection connection = connections.open()) {
      Session session = new Session(connection);
      PrivateFiles.copyInto(target, part -> session.update("VACUUM INTO ?", part.toString()));
    } catch (SqlFailure e) {
      throw explain(e.failure());
    } catch (SQLException e) {
      throw explain(e);
    } catch (IOException e) {
      throw new StorageUnavailable(Obstacle.words(e), e);
    }
  }

  // executeUpdate runs it to its end; prepared and stepped once it frees a single page.
  @Override
  public void shrink(Connection writer, boolean thoroughly) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.executeUpdate("PRAGMA incremental_vacuum(%d)".formatted(VACUUM_PAGES));
    }
    SqliteConnections.pragma(
        writer, "PRAGMA wal_checkpoint(%s)".formatted(thoroughly ? "TRUNCATE" : "PASSIVE"));
  }

  // A connection of its own has no page in memory yet: what is on the disk is what is read.
  @Override
  public Optional<String> damage(BooleanSupplier goOn) {
    try (Connection reader = connectReader()) {
      return new DamageCheck(reader, file).damage(goOn);
    } catch (SqlFailure e) {
      throw explain(e.failure());
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package com.nexway.dmp.adapter.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A database of ours: SQLite or PostgreSQL, chosen by its URL. One transaction writes at a time, in
 * this process by a fair lock and between processes by the database: so the order of ids is the
 * order of commits, and no transaction has to be tried again.
 */
public final class Database implements AutoCloseable {
  private final Location location;
  private final Engine dialect;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Readers readers;
  private @Nullable Session writer;
  private volatile boolean closed;
  private volatile @Nullable String failure;

  private Database(Location location, Engine dialect) {
    this.location = location;
    this.dialect = dialect;
    this.readers = new Readers(location, dialect);
  }

  /**
   * Opens a database, making the file of an SQLite one where it is not there.
   *
   * @throws StorageRefused if it is damaged, or would not keep what it acknowledges
   * @throws StorageUnavailable if it cannot be reached
   */
  public static Database open(Location location) {
    Engine dialect = Engine.of(location);
    dialect.prepare();
    Database database = new Database(location, dialect);
    database.write(session -> 0);
    return database;
  }

  public Location location() {
    return location;
  }

  /** The database's own file; empty where it is a server's. */
  public Optional<Path> file() {
    return dialect.file();
  }

  /**
   * Runs work in one transaction, after every other one. What it throws undoes it. Where the disk
   * was full and the reserve has made room, it is run once more.
   *
   * @throws StorageUnavailable if nothing could be stored
   */
  public <T> T write(Function<Session, T> work) {
    try {
      T answer = afterOthers(work);
      failure = null;
      return answer;
    } catch (StorageUnavailable e) {
      failure = e.getMessage();
      throw e;
    }
  }

  private <T> T afterOthers(Function<Session, T> work) {
    lock();
    try {
      return attempt(work);
    } catch (SqlFailure e) {
      if (!dialect.makeRoom(e.failure())) {
        throw dialect.explain(e.failure());
      }
      return again(work);
    } finally {
      writing.unlock();
    }
  }

  private <T> T attempt(Function<Session, T> work) {
    try {
      Session session = writer;
      if (session == null) {
        session = new Session(dialect.connectWriter());
        writer = session;
      }
      return inTransaction(session, work);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> T again(Function<Session, T> work) {
    try {
      return attempt(work);
    } catch (SqlFailure e) {
      throw dialect.explain(e.failure());
    }
  }

  /** Runs queries without being in a writer's way; each sees what was committed before it. */
  public <T> T read(Function<Session, T> work) {
    return readers.read(work);
  }

  /** What keeps it healthy, with so many bytes of its disk kept free. */
  public Upkeep upkeep(long reserve) {
    return new Upkeep(this, dialect, reserve);
  }

  /** Why the last write failed; empty where it did not. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  void shrink(boolean thoroughly) {
    lock();
    try {
      if (writer != null) {
        dialect.shrink(writer.connection(), thoroughly);
      }
    } catch (SQLException e) {
      distrust(e);
      throw dialect.explain(e);
    } finally {
      writing.unlock();
    }
  }

  public boolean hasTable(Session session, String name) {
    return dialect.hasTable(session, name);
  }

  boolean isEmpty(Session session) {
    return dialect.isEmpty(session);
  }

  String putAside() {
    return dialect.putAside();
  }

  String ddl(String template) {
    return dialect.ddl(template);
  }

  @Override
  public void close() {
    closed = true;
    writing.lock();
    try {
      discardWriter();
    } finally {
      writing.unlock();
    }
    readers.close();
  }

  private void lock() {
    try {
      if (!writing.tryLock(location.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StorageUnavailable(
            "%s is busy: another transaction has taken more than %d s"
                .formatted(location, location.patience().toSeconds()),
            null);
      }
    } catch (InterruptedException e) {
      // At a stop: the transaction is not begun, and the failure ends the thread's work.
      throw new StorageUnavailable("interrupted while waiting for " + location, e);
    }
    if (closed) {
      writing.unlock();
      throw new StorageUnavailable(location + " is closed", null);
    }
  }

  private <T> T inTransaction(Session session, Function<Session, T> work) {
    Connection connection = session.connection();
    try {
      dialect.begin(connection);
      T answer = work.apply(session);
      dialect.commit(connection);
      return answer;
    } catch (SqlFailure e) {
      distrust(e.failure());
      throw e;
    } catch (SQLException e) {
      distrust(e);
      throw new SqlFailure(e);
    } catch (RuntimeException | Error e) {
      undo(connection);
      throw e;
    }
  }

  // After a full disk or a broken line a connection is not trusted again: the next one is new.
  private void distrust(SQLException failure) {
    if (writer != null && dialect.explain(failure) instanceof IllegalStateException) {
      undo(writer.connection());
    } else {
      discardWriter();
    }
  }

  private void undo(Connection connection) {
    try {
      dialect.rollback(connection);
    } catch (SQLException e) {
      discardWriter();
    }
  }

  private void discardWriter() {
    if (writer != null) {
      writer.discard();
      writer = null;
    }
  }
}

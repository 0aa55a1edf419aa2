package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Room;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What differs between SQLite and PostgreSQL. */
sealed interface Engine permits Sqlite, Postgres {

  /** The dialect that a URL names. */
  static Engine of(Location location) {
    if (location.url().startsWith(SqliteConnections.PREFIX)) {
      return new Sqlite(location);
    }
    if (location.url().startsWith(Postgres.PREFIX)) {
      return new Postgres(location);
    }
    throw new StorageRefused(
        "'%s' is no outbox: write jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME"
            .formatted(location),
        null);
  }

  /** Prepares the place, once, before the first connection; refuses one that is not safe. */
  void prepare();

  /** The file that holds it all; empty where a server does. */
  Optional<Path> file();

  /** A connection that keeps what it commits. */
  Connection connectWriter() throws SQLException;

  /** A connection that only reads, and is never in a writer's way. */
  Connection connectReader() throws SQLException;

  /** Begins a transaction that alone may write. */
  void begin(Connection connection) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollback(Connection connection) throws SQLException;

  boolean hasTable(Session session, String name);

  /** Whether there is no table at all where ours are to stand. */
  boolean isEmpty(Session session);

  /** How somebody puts the tables that are there out of the way, as an advice. */
  String putAside();

  /** The tables' text in this dialect: {@code {id}}, {@code {bytes}} and the like replaced. */
  String ddl(String template);

  /** What a failure means, in words. */
  RuntimeException explain(SQLException failure);

  /** Space where the store stands; very much where that is unknown. */
  Room room();

  /**
   * Keeps a part of the room for what must still be written when the disk is full, and writes with
   * no more than that beside.
   *
   * @param spare what may be taken for it now; nothing is while that is less than {@code bytes}
   */
  void keep(long bytes, long spare);

  /** Gives that part free after a write found the disk full; tells whether it was there. */
  boolean makeRoom(SQLException failure);

  /** Writes a copy of the database as it is now. */
  void backup(Path target);

  /**
   * Gives freed space back in a small step; nothing where the server does so by itself.
   *
   * @param thoroughly whether the log of earlier transactions is emptied, too
   */
  void shrink(Connection writer, boolean thoroughly) throws SQLException;

  /** Reads every page, unless told to stop; what is damaged and what to do, in words. */
  Optional<String> damage(BooleanSupplier goOn);
}

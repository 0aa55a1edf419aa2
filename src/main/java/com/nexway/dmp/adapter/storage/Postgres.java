package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Room;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.postgresql.Driver;

/** A PostgreSQL database that several nodes may share. */
final class Postgres implements Engine {
  static final String PREFIX = "jdbc:postgresql:";

  // One writer at a time, in all processes: released by the server at the transaction's end, and
  // when the client is gone.
  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtextextended('nexway-dmp-adapter ' || current_schema(), 0))";

  // A schema of our own, unless the URL names one: the shop's tables may stand in the same
  // database.
  private static final String SCHEMA = "dmp_adapter";

  private final Location location;
  private final boolean ownSchema;

  Postgres(Location location) {
    this.location = location;
    this.ownSchema = !location.url().contains("currentSchema=");
  }

  @Override
  public void prepare() {
    try (Connection connection = connect()) {
      if (ask(connection, "SHOW fsync").equals("off")) {
        throw new StorageRefused(
            location
                + " runs with fsync=off: it may lose what it acknowledged. Set fsync=on in its postgresql.conf",
            null);
      }
      if (ownSchema && ask(connection, "SELECT to_regnamespace('" + SCHEMA + "')").isEmpty()) {
        run(connection, "CREATE SCHEMA " + SCHEMA);
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public Connection connectWriter() throws SQLException {
    Connection connection = connect();
    try {
      String commit = ask(connection, "SHOW synchronous_commit");
      if (commit.equals("off") || commit.equals("local")) {
        run(connection, "SET synchronous_commit = on");
      }
      // A node that freezes in a transaction must not keep the others out for long.
      run(connection, "SET idle_in_transaction_session_timeout = '5s'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection connectReader() throws SQLException {
    Connection connection = connect();
    run(connection, "SET default_transaction_read_only = on");
    return connection;
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    if (location.username() != null) {
      settings.setProperty("user", location.username());
    }
    if (location.password() != null) {
      settings.setProperty("password", location.password());
    }
    settings.setProperty("ApplicationName", "nexway-dmp-adapter");
    settings.setProperty("reWriteBatchedInserts", "true");
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("connectTimeout", Long.toString(seconds()));
    settings.setProperty("socketTimeout", Long.toString(seconds() * 6));
    Connection connection = new Driver().connect(location.url(), settings);
    if (connection == null) {
      throw new StorageRefused("'%s' is no URL of PostgreSQL".formatted(location), null);
    }
    try {
      run(connection, "SET lock_timeout = '%ds'".formatted(seconds()));
      // Every query of ours follows an index; a plan made while a table was small must not stay.
      run(connection, "SET enable_seqscan = off");
      if (ownSchema) {
        run(connection, "SET search_path = " + SCHEMA);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private long seconds() {
    return Math.max(1, location.patience().toSeconds());
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    ask(connection, ALONE);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public boolean hasTable(Session session, String name) {
    return session
        .first("SELECT 1 WHERE to_regclass(?) IS NOT NULL", row -> row.number(), name)
        .isPresent();
  }

  @Override
  public boolean isEmpty(Session session) {
    return session
        .first(
            """
            SELECT 1 FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') LIMIT 1
            """,
            row -> row.number())
        .isEmpty();
  }

  @Override
  public String putAside() {
    return ownSchema
        ? "ALTER SCHEMA %1$s RENAME TO %1$s_old".formatted(SCHEMA)
        : "rename the schema that outbox.url names";
  }

  @Override
  public String ddl(String template) {
    return template
        .replace("{id}", "BIGINT PRIMARY KEY")
        .replace("{bytes}", "BYTEA")
        .replace("{clustered}", "")
        .replace(
            "{busy}",
            "WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01,"
                + " autovacuum_vacuum_cost_delay = 0)");
  }

  // Classes of SQLSTATE: 08 connection, 53 no room or memory, 55 locked, 57 shut down, 58 disk.
  @Override
  public RuntimeException explain(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String why = String.valueOf(failure.getMessage());
    return switch (state.substring(0, 2)) {
      case "53" ->
          new StorageUnavailable(
              "%s has no room left or no memory: %s".formatted(location, why), failure);
      case "55" ->
          new StorageUnavailable(
              "%s is locked by another program for more than %d s".formatted(location, seconds()),
              failure);
      case "08", "57", "58", "25", "28", "3D", "40" ->
          new StorageUnavailable("%s cannot be used: %s".formatted(location, why), failure);
      default -> new IllegalStateException("SQL failed: " + why, failure);
    };
  }

  @Override
  public Room room() {
    return Room.UNKNOWN;
  }

  @Override
  public void keep(long bytes, long spare) {
    // The server's disk is not seen from here.
  }

  @Override
  public boolean makeRoom(SQLException failure) {
    return false;
  }

  @Override
  public void backup(Path target) {
    throw new StorageRefused(location + " is PostgreSQL: back it up with pg_dump", null);
  }

  @Override
  public void shrink(Connection writer, boolean thoroughly) {
    // Autovacuum does it.
  }

  // The server's own checksums and amcheck are for that.
  @Override
  public Optional<String> damage(BooleanSupplier goOn) {
    return Optional.empty();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      String answer = result.next() ? result.getString(1) : null;
      return answer == null ? "" : answer;
    }
  }
}

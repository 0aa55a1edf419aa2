package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.source.database.Dialect;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The shop's databases by the names of config/adapter.yaml, to read from. A database that is away
 * does not keep the adapter from starting.
 */
public final class Databases implements AutoCloseable {
  /** Do not connect at once: the adapter starts although a shop's database is down. */
  private static final long LATER = -1;

  private final Map<String, HikariDataSource> byName = new TreeMap<>();
  private final Map<String, NamedDatabase> direct = new TreeMap<>();

  public Databases(Map<String, DatabaseAccess> databases) {
    databases.forEach(
        (name, access) -> {
          NamedDatabase database = new NamedDatabase(name, access, System::nanoTime);
          direct.put(name, database);
          byName.put(name, pool(name, access, database));
        });
  }

  /**
   * Connects to a database once, to tell at once what the driver says.
   *
   * @throws SQLException if it cannot be reached
   */
  public void connect(String name) throws SQLException {
    direct.get(name).getConnection().close();
  }

  /**
   * @throws IllegalStateException where there is none of that name: sources are checked before
   */
  public DataSource of(String name) {
    HikariDataSource found = byName.get(name);
    if (found == null) {
      throw new IllegalStateException("config/adapter.yaml has no database '" + name + "'");
    }
    return found;
  }

  @Override
  public void close() {
    byName.values().forEach(HikariDataSource::close);
  }

  private static HikariDataSource pool(String name, DatabaseAccess access, NamedDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database-" + name);
    config.setDataSource(database);
    config.setMaximumPoolSize(access.connections());
    config.setMinimumIdle(0);
    config.setConnectionTimeout(access.timeout().toMillis());
    config.setInitializationFailTimeout(LATER);
    config.setReadOnly(true);
    // PostgreSQL streams only inside a transaction; what begins the session must outlive it.
    config.setAutoCommit(false);
    config.setIsolateInternalQueries(true);
    Dialect.session(access.url()).ifPresent(config::setConnectionInitSql);
    return new HikariDataSource(config);
  }
}

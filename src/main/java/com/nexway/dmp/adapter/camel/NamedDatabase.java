package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.settings.DatabaseAccess;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database of config/adapter.yaml as its driver connects to it. A user or a password that it does
 * not take is told by the settings' names; the server is asked again only after a while, for some
 * lock a user out who comes too often.
 */
final class NamedDatabase implements DataSource {
  /** SQLSTATE class 28 is "invalid authorization specification". */
  private static final String REFUSED = "28";

  /** What SQL Server (18456) and Oracle (1017) say instead. */
  private static final Set<Integer> REFUSED_CODES = Set.of(18456, 1017);

  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final String name;
  private final DatabaseAccess access;
  private final LongSupplier nanoTime;
  private volatile @Nullable Refusal last;

  private record Refusal(SQLException failure, long at) {}

  /**
   * @param name its name below {@code databases:}
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  NamedDatabase(String name, DatabaseAccess access, LongSupplier nanoTime) {
    this.name = name;
    this.access = access;
    this.nanoTime = nanoTime;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Refusal before = last;
    if (before != null && nanoTime.getAsLong() - before.at < PAUSE.toNanos()) {
      throw told(before.failure);
    }
    try {
      Connection connection = DriverManager.getConnection(access.url(), properties());
      last = null;
      return connection;
    } catch (SQLException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      last = new Refusal(e, nanoTime.getAsLong());
      throw told(e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(access.options());
    if (!access.username().isEmpty()) {
      properties.setProperty("user", access.username());
      properties.setProperty("password", access.password().now().reveal());
    }
    return properties;
  }

  static boolean isRefusal(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith(REFUSED)
        || REFUSED_CODES.contains(failure.getErrorCode());
  }

  // Without its cause: the driver's words say less, and some of them the address.
  private SQLException told(SQLException failure) {
    return new SQLException(
        """
        the user '%2$s' is not let in: the database does not know it, or it has another password; set databases.%1$s.username \
        and databases.%1$s.password in config/adapter.yaml, or DATABASES_%3$s_PASSWORD, to a user \
        that it knows"""
            .formatted(name, access.username(), name.toUpperCase(Locale.ROOT).replace('-', '_')),
        failure.getSQLState(),
        failure.getErrorCode());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // What drivers have to tell comes as an exception.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    DriverManager.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it keeps no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is nothing inside");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A shop's database, as a test fills and reads it. */
final class Shop implements DataSource {
  private final String url;

  Shop(String url) {
    this.url = url;
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection = getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** All records of a query, as a first run reads them. */
  List<SourceRecord> records(String query, String... given) throws SQLException {
    List<SourceRecord> records = new ArrayList<>();
    DatabaseRecords.of(
            settings(query, given), this, Order.OLDEST_FIRST, Instant.parse("2026-11-24T12:00:00Z"))
        .forEachRemaining(batch -> records.addAll(batch.records()));
    return records;
  }

  static DatabaseSettings settings(String query, String... given) {
    List<String> all = new ArrayList<>(List.of("mapping", "orders", "database", "shop"));
    all.addAll(List.of("query", query, "time-column", "changed", "id-column", "id"));
    all.addAll(List.of(given));
    List<FileProblem> problems = new ArrayList<>();
    Optional<DatabaseSettings> settings =
        DatabaseSettings.from(
            "orders", SourceParameters.of("database", all.toArray(new String[0])), problems);
    assertThat(problems).isEmpty();
    return settings.orElseThrow();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}

package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Asks a database of the shop; nothing in it is changed. */
final class DatabaseProbe {
  private DatabaseProbe() {}

  /**
   * The columns of a source's query, which stands inside a query of ours as it does when it is run;
   * no row is read.
   *
   * @throws SQLException if the database cannot be reached, or refuses the query
   */
  static List<String> columns(DatabaseAccess database, DatabaseSettings source)
      throws SQLException {
    return columns("r.*", database, source);
  }

  /**
   * Asks for the two columns that rows are put in order by.
   *
   * @throws SQLException if the database does not know them by these names
   */
  static void cursor(DatabaseAccess database, DatabaseSettings source) throws SQLException {
    columns("r." + source.timeColumn() + ", r." + source.idColumn(), database, source);
  }

  private static List<String> columns(
      String wanted, DatabaseAccess database, DatabaseSettings source) throws SQLException {
    String sql =
        "SELECT %s FROM (%n%s%n) r WHERE 1 = 0"
            .formatted(wanted, source.query().stripTrailing().replaceFirst(";$", ""));
    try (Connection connection = connect(database);
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setQueryTimeout((int) source.limits().queryTimeout().toSeconds());
      try (ResultSet rows = query.executeQuery()) {
        ResultSetMetaData found = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
          columns.add(found.getColumnLabel(i));
        }
        return columns;
      }
    }
  }

  /** Drivers write several lines; a problem has one. */
  static String words(Exception failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
  }

  /**
   * A connection that only reads.
   *
   * @throws SQLException if the database cannot be reached
   */
  static Connection connect(DatabaseAccess database) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(database.options());
    if (!database.username().isEmpty()) {
      properties.setProperty("user", database.username());
      properties.setProperty("password", database.password().reveal());
    }
    DriverManager.setLoginTimeout((int) database.timeout().toSeconds());
    Connection connection = DriverManager.getConnection(database.url(), properties);
    connection.setReadOnly(true);
    return connection;
  }
}

package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of the merchant's query, as its database describes them.
 *
 * @param dialect the database's
 * @param all in the query's order
 */
record QueryColumns(Dialect dialect, List<QueryColumn> all) {
  /**
   * Has a query described; no row of it is read.
   *
   * @throws QueryRefused where two columns have one name
   * @throws SQLException where the database refuses the query
   */
  static QueryColumns of(DatabaseSettings settings, Connection connection) throws SQLException {
    Dialect dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
    String sql = "SELECT r.* FROM (\n" + settings.select() + "\n) r WHERE 1 = 0";
    String quote = connection.getMetaData().getIdentifierQuoteString();
    try (PreparedStatement none = connection.prepareStatement(sql)) {
      none.setQueryTimeout((int) settings.queryTimeout().toSeconds());
      try (ResultSet rows = none.executeQuery()) {
        return new QueryColumns(dialect, columns(rows.getMetaData(), dialect, quote));
      }
    }
  }

  private static List<QueryColumn> columns(ResultSetMetaData meta, Dialect dialect, String quote)
      throws SQLException {
    List<QueryColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      String name = meta.getColumnLabel(i);
      if (!names.add(name)) {
        throw new QueryRefused(
            "the query has two columns named '%s'; give one of them another name, as in AS %1$s_2"
                .formatted(name));
      }
      String type = String.valueOf(meta.getColumnTypeName(i)).toLowerCase(Locale.ROOT);
      int size = meta.getPrecision(i);
      ColumnKind kind = dialect.kind(type, meta.getColumnType(i), size);
      String sql = "r." + quote + name.replace(quote, quote + quote) + quote;
      columns.add(new QueryColumn(name, sql, type, kind, size, meta.getScale(i)));
    }
    return columns;
  }

  /** A column by the name that the merchant gave: as it stands, else whatever its capitals. */
  QueryColumn find(String parameter, String given) throws QueryRefused {
    String name = given.replaceAll("[\"`\\[\\]]", "");
    for (QueryColumn column : all) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    for (QueryColumn column : all) {
      if (column.name().equalsIgnoreCase(name)) {
        return column;
      }
    }
    List<String> names = names();
    throw new QueryRefused(
        "%s: the query has no column '%s'%s; it has %s"
            .formatted(parameter, name, Nearest.hint(name, names), String.join(", ", names)));
  }

  /** As the database gives them. */
  List<String> names() {
    return all.stream().map(QueryColumn::name).toList();
  }
}

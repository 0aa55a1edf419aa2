package com.nexway.dmp.adapter.source.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One query with its parameters by name, as camel-jdbc writes them: {@code :?time}.
 *
 * @param sql the merchant's SELECT inside ours
 */
public record Question(String sql, Map<String, Object> parameters) {

  /** All that changed at a time or later. */
  static Question since(DatabaseSettings settings, Dialect dialect, Object from, int rows) {
    Map<String, Object> parameters = Map.of("from", dialect.bound(from));
    return page(settings, dialect, "r.%1$s >= :?from", rows, parameters, Order.OLDEST_FIRST);
  }

  /** From the oldest on, or from the newest. */
  static Question first(DatabaseSettings settings, Dialect dialect, int rows, Order order) {
    return page(settings, dialect, "r.%1$s IS NOT NULL", rows, Map.of(), order);
  }

  /** What comes behind a record. The first half of the condition is what an index can serve. */
  static Question behind(
      DatabaseSettings settings, Dialect dialect, Cursor cursor, int rows, Order order) {
    if (cursor.id() == null) {
      return since(settings, dialect, cursor.time(), rows);
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("time", dialect.bound(cursor.time()));
    parameters.put("id", dialect.bound(cursor.id()));
    String condition = "r.%1$s >= :?time AND (r.%1$s > :?time OR r.%2$s > :?id)";
    return page(settings, dialect, condition.replace(">", order.behind), rows, parameters, order);
  }

  /** The newest time that there is. */
  static Question newest(DatabaseSettings settings) {
    String sql =
        "SELECT MAX(r.%s) AS newest FROM (\n%s\n) r"
            .formatted(settings.timeColumn(), select(settings));
    return new Question(sql, Map.of());
  }

  /** A record whose time or id is missing, which no cursor ever reaches. */
  static Question unreachable(DatabaseSettings settings, Dialect dialect) {
    String condition = "r.%1$s IS NULL OR r.%2$s IS NULL";
    return query(settings, dialect, condition, 1, Map.of(), Order.OLDEST_FIRST);
  }

  private static Question page(
      DatabaseSettings settings,
      Dialect dialect,
      String condition,
      int rows,
      Map<String, Object> parameters,
      Order order) {
    String both = condition + " AND r.%2$s IS NOT NULL";
    return query(settings, dialect, both, rows, parameters, order);
  }

  private static Question query(
      DatabaseSettings settings,
      Dialect dialect,
      String condition,
      int rows,
      Map<String, Object> parameters,
      Order order) {
    String time = settings.timeColumn();
    String id = settings.idColumn();
    String sql =
        "SELECT r.* FROM (\n"
            + select(settings)
            + "\n) r\nWHERE "
            + condition.formatted(time, id)
            + "\nORDER BY r."
            + time
            + " "
            + order.sql
            + ", r."
            + id
            + " "
            + order.sql
            + " "
            + dialect.first(rows);
    return new Question(sql, parameters);
  }

  /** The merchant's SELECT to the letter, but for a semicolon at its end. */
  private static String select(DatabaseSettings settings) {
    return settings.query().stripTrailing().replaceFirst(";$", "");
  }
}

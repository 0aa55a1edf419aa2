package com.nexway.dmp.adapter.source.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB and MySQL. */
final class MySqlDialect extends Dialect {
  /**
   * A cursor that stands on a day that is none (2024-02-31) must be understood, too. MariaDB's
   * driver ignores that a connection is read-only, and the variable has another name in MySQL: each
   * runs the one of the two comments that is meant for it (MariaDB skips 50700 to 99999).
   */
  static final String SESSION =
      """
      SET time_zone = '+00:00', sql_mode = CONCAT(REPLACE(REPLACE(@@sql_mode, 'NO_ZERO_IN_DATE', ''), \
      'NO_ZERO_DATE', ''), ',ALLOW_INVALID_DATES') \
      /*M! , tx_read_only = 1 */ /*!50720 , transaction_read_only = 1 */""";

  /** TINYINT(1), which shops count with, says that it is a truth value. */
  @Override
  ColumnKind kind(String type, int jdbc, int size) {
    return switch (type) {
      case "boolean", "bool", "tinyint", "tinyint unsigned", "year" -> ColumnKind.WHOLE;
      case "timestamp" -> ColumnKind.INSTANT;
      default -> super.kind(type, jdbc, size);
    };
  }

  @Override
  String text(QueryColumn column, String value) {
    if (column.type().matches("geometry|(multi)?(point|linestring|polygon)|geom.*collection")) {
      return "ST_AsText(" + value + ")";
    }
    return switch (column.kind()) {
      case TEXT -> value;
      case BYTES, FIXED_BYTES -> "HEX(" + value + ")";
      case BITS -> "LPAD(BIN(" + value + "), " + column.size() + ", '0')";
      case TRUTH -> "CAST(" + value + " + 0 AS CHAR)";
      default -> "CAST(" + value + " AS CHAR)";
    };
  }

  /** A text is compared in the column's own collation, which a CAST would clash with. */
  @Override
  String typed(QueryColumn column, String parameter) {
    return switch (column.kind()) {
      case WHOLE, TRUTH ->
          column.type().contains("unsigned")
              ? "CAST(" + parameter + " AS UNSIGNED)"
              : "CAST(" + parameter + " AS SIGNED)";
      case DECIMAL -> "CAST(" + parameter + " AS DECIMAL(65, " + column.scale() + "))";
      case APPROXIMATE -> "(" + parameter + " + 0e0)";
      case BYTES, FIXED_BYTES -> "UNHEX(" + parameter + ")";
      case BITS -> "CAST(CONV(" + parameter + ", 2, 10) AS UNSIGNED)";
      case DATE -> "CAST(" + parameter + " AS DATE)";
      case TIME -> "CAST(" + parameter + " AS TIME(6))";
      case LOCAL, INSTANT -> "CAST(" + parameter + " AS DATETIME(6))";
      default -> column.type().equals("uuid") ? "CAST(" + parameter + " AS UUID)" : parameter;
    };
  }

  /** Most collations take a and A, and often á, for the same; lists sort by another order. */
  @Override
  String exact(QueryColumn id, String value) {
    return id.kind() == ColumnKind.TEXT
        ? "CAST(CONVERT(" + value + " USING utf8mb4) AS BINARY)"
        : value;
  }

  /** {@code 0000-00-00} is not null, and no time. */
  @Override
  String timed(QueryColumn column) {
    return column.kind().isCalendar()
        ? column.sql() + " > CAST('0001-01-01' AS DATETIME)"
        : super.timed(column);
  }

  @Override
  String utc() {
    return "";
  }

  @Override
  String clock() {
    return "CAST(UTC_TIMESTAMP(6) AS CHAR)";
  }

  @Override
  List<TableScan> scans(List<Map<String, Object>> plan) {
    List<TableScan> scans = new ArrayList<>();
    for (Map<String, Object> step : plan) {
      String table = String.valueOf(step.get("table"));
      boolean whole = List.of("ALL", "index").contains(String.valueOf(step.get("type")));
      if (whole && !table.startsWith("<")) {
        scans.add(new TableScan(table, Long.parseLong(String.valueOf(step.get("rows")))));
      }
    }
    return scans;
  }
}

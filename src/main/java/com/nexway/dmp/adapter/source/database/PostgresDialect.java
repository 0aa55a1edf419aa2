package com.nexway.dmp.adapter.source.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL, where every type can be written as text and read from it. */
final class PostgresDialect extends Dialect {
  private static final Pattern SCAN =
      Pattern.compile("Seq Scan on (\\S+).*\\(cost=[\\d.]+\\.\\.([\\d.]+)");

  @Override
  String text(QueryColumn column, String value) {
    return column.kind() == ColumnKind.TEXT ? value : "CAST(" + value + " AS text)";
  }

  /** Where no index serves the order, all rows would be sorted with their texts. */
  @Override
  boolean choosesRowsFirst() {
    return true;
  }

  @Override
  String typed(QueryColumn column, String parameter) {
    return "CAST(" + parameter + " AS " + type(column.type()) + ")";
  }

  /** The driver calls columns that count by themselves serial; {@code bit} alone is one bit. */
  private static String type(String type) {
    return switch (type) {
      case "smallserial" -> "int2";
      case "serial" -> "int4";
      case "bigserial" -> "int8";
      case "bit" -> "varbit";
      default -> type;
    };
  }

  @Override
  String timed(QueryColumn column) {
    String sql = column.sql();
    return switch (column.kind()) {
      case DATE, LOCAL, INSTANT -> "isfinite(" + sql + ")";
      case DECIMAL, APPROXIMATE ->
          "(%1$s IS NOT NULL AND %1$s <> 'NaN' AND abs(%1$s) < 1e300)".formatted(sql);
      default -> super.timed(column);
    };
  }

  @Override
  String clock() {
    return "CAST(CURRENT_TIMESTAMP AS text)";
  }

  /** Its costs are told, not the table's rows: a cost of 1,000 is a table of about 50,000. */
  @Override
  List<TableScan> scans(List<Map<String, Object>> plan) {
    List<TableScan> scans = new ArrayList<>();
    for (Map<String, Object> line : plan) {
      Matcher scan = SCAN.matcher(String.valueOf(line.values().iterator().next()));
      if (scan.find()) {
        long cost = (long) Double.parseDouble(scan.group(2));
        scans.add(new TableScan(scan.group(1).replace("\"", ""), cost * 50));
      }
    }
    return scans;
  }
}

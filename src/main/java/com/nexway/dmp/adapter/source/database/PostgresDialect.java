package com.nexway.dmp.adapter.source.database;

/** PostgreSQL, where every type can be written as text and read from it. */
final class PostgresDialect extends Dialect {
  @Override
  String text(QueryColumn column, String value) {
    return "CAST(" + value + " AS text)";
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
}

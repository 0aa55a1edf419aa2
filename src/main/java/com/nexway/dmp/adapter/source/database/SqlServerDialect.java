package com.nexway.dmp.adapter.source.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQL Server; style 121 is ISO 8601 with a blank, whatever the language of the session. */
final class SqlServerDialect extends Dialect {
  @Override
  String text(QueryColumn column, String value) {
    return switch (column.kind()) {
      case TEXT -> value;
      case BYTES, FIXED_BYTES -> "CONVERT(varchar(max), " + value + ", 2)";
      case DATE, TIME, LOCAL, INSTANT -> "CONVERT(varchar(40), " + value + ", 121)";
      case APPROXIMATE -> "CONVERT(varchar(40), " + value + ", 3)";
      case DECIMAL -> "CONVERT(varchar(60), " + value + ", 2)";
      default -> "CAST(" + value + " AS nvarchar(max))";
    };
  }

  /**
   * A time becomes the column's own type: since 2016, a column of the older type datetime, which
   * counts in 1/300 s, is compared with a datetime2 as .0033333 where it was read as .003.
   */
  @Override
  String typed(QueryColumn column, String parameter) {
    return switch (column.kind()) {
      case TEXT -> parameter;
      case WHOLE, TRUTH -> "CAST(" + parameter + " AS bigint)";
      case DECIMAL -> "CAST(" + parameter + " AS decimal(38, " + column.scale() + "))";
      case APPROXIMATE -> "CAST(" + parameter + " AS float)";
      case BYTES, FIXED_BYTES -> "CONVERT(varbinary(max), " + parameter + ", 2)";
      case DATE, TIME, LOCAL, INSTANT -> "CONVERT(" + column.type() + ", " + parameter + ", 121)";
      default -> "CAST(" + parameter + " AS " + column.type() + ")";
    };
  }

  @Override
  String first(int rows) {
    return "OFFSET 0 ROWS FETCH NEXT " + rows + " ROWS ONLY";
  }

  @Override
  String utc() {
    return " +00:00";
  }

  @Override
  String clock() {
    return "CONVERT(varchar(40), SYSUTCDATETIME(), 121)";
  }

  @Override
  Optional<String> explain() {
    return Optional.empty();
  }

  @Override
  List<TableScan> scans(List<Map<String, Object>> plan) {
    return List.of();
  }
}

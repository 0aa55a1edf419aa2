package com.nexway.dmp.adapter.source.database;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** H2. */
final class H2Dialect extends Dialect {
  private static final Pattern SCAN = Pattern.compile("(\\w+)\\.tableScan");

  @Override
  String text(QueryColumn column, String value) {
    return switch (column.kind()) {
      case TEXT -> value;
      case BYTES, FIXED_BYTES -> "RAWTOHEX(CAST(" + value + " AS VARBINARY))";
      default -> "CAST(" + value + " AS VARCHAR)";
    };
  }

  /** It has none longer than 1,048,576 characters but those that it streams. */
  @Override
  String cut(String text, int characters) {
    return text;
  }

  @Override
  String typed(QueryColumn column, String parameter) {
    String type =
        switch (column.kind()) {
          case WHOLE -> "BIGINT";
          case DECIMAL, APPROXIMATE -> "DECFLOAT";
          case BYTES, FIXED_BYTES -> "VARBINARY";
          case LOCAL -> "TIMESTAMP(9)";
          case INSTANT -> "TIMESTAMP(9) WITH TIME ZONE";
          case TIME -> "TIME(9)";
          case TEXT -> "VARCHAR";
          default -> column.type();
        };
    return "CAST(" + parameter + " AS " + type + ")";
  }

  @Override
  Object bound(QueryColumn column, String text) {
    boolean bytes = column.kind() == ColumnKind.BYTES || column.kind() == ColumnKind.FIXED_BYTES;
    return bytes ? HexFormat.of().parseHex(text) : text;
  }

  @Override
  String clock() {
    return "CAST(CURRENT_TIMESTAMP AS VARCHAR)";
  }

  @Override
  List<TableScan> scans(List<Map<String, Object>> plan) {
    List<TableScan> scans = new ArrayList<>();
    for (Map<String, Object> line : plan) {
      Matcher scan = SCAN.matcher(String.valueOf(line.values().iterator().next()));
      while (scan.find()) {
        scans.add(new TableScan(scan.group(1), 0));
      }
    }
    return scans;
  }

  @Override
  Optional<Question> size(String table) {
    String sql =
        "SELECT ROW_COUNT_ESTIMATE AS c0 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ";
    return Optional.of(new Question(sql + ":?name", Map.of("name", table)));
  }
}

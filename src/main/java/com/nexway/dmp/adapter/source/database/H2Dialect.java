package com.nexway.dmp.adapter.source.database;

import java.util.HexFormat;

/** H2. */
final class H2Dialect extends Dialect {
  @Override
  String text(QueryColumn column, String value) {
    return switch (column.kind()) {
      case TEXT -> value;
      case BYTES, FIXED_BYTES -> "RAWTOHEX(CAST(" + value + " AS VARBINARY))";
      default -> "CAST(" + value + " AS VARCHAR)";
    };
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
}

package com.nexway.dmp.adapter.source.database;

import java.sql.Types;

/** What a column of a query holds, as far as reading and comparing it is concerned. */
enum ColumnKind {
  WHOLE,
  DECIMAL,
  /** Binary floating point. */
  APPROXIMATE,
  TRUTH,
  /** More than one bit. */
  BITS,
  TEXT,
  BYTES,
  /** Bytes of a fixed number, as an id has them: never text. */
  FIXED_BYTES,
  DATE,
  /** A time of day. */
  TIME,
  /** A date and time on a clock that is not named. */
  LOCAL,
  /** A date and time that is a moment. */
  INSTANT,
  /** Whatever else can be shown as text. */
  OTHER;

  /**
   * By what a driver says.
   *
   * @param type the database's own name of the type, in small letters
   * @param jdbc one of {@link Types}
   * @param size digits, characters, bytes or bits
   */
  static ColumnKind of(String type, int jdbc, int size) {
    return switch (type) {
      case "timestamptz", "timestamp with time zone", "datetimeoffset" -> INSTANT;
      case "uuid", "uniqueidentifier", "timetz", "time with time zone" -> OTHER;
      case "money" -> jdbc == Types.DOUBLE ? OTHER : DECIMAL;
      case "bit" -> size > 1 ? BITS : TRUTH;
      case "binary" -> FIXED_BYTES;
      default -> of(jdbc);
    };
  }

  private static ColumnKind of(int jdbc) {
    return switch (jdbc) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> APPROXIMATE;
      case Types.BIT, Types.BOOLEAN -> TRUTH;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> TEXT;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP -> LOCAL;
      case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
      default -> OTHER;
    };
  }

  boolean isNumber() {
    return this == WHOLE || this == DECIMAL || this == APPROXIMATE;
  }

  boolean isCalendar() {
    return this == DATE || this == LOCAL || this == INSTANT;
  }
}

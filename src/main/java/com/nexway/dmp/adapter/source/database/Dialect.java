package com.nexway.dmp.adapter.source.database;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the shops' databases want written in different ways. */
enum Dialect {
  /** H2, PostgreSQL, MariaDB, MySQL, SQLite. */
  LIMIT,
  /** Oracle. */
  FETCH,
  SQL_SERVER;

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter FINEST =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

  private static final int NANOS_OF_MILLI = 1_000_000;

  /** By the name that the database gives itself. */
  static Dialect of(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("microsoft")) {
      return SQL_SERVER;
    }
    return name.contains("oracle") ? FETCH : LIMIT;
  }

  /** How it bounds what a query returns; to stand behind ORDER BY. */
  String first(int rows) {
    return this == LIMIT ? "LIMIT " + rows : "OFFSET 0 ROWS FETCH NEXT " + rows + " ROWS ONLY";
  }

  /**
   * A value as it is bound. SQL Server's driver binds a time as datetime2, and since 2016 a column
   * of the older type datetime, which counts in 1/300 s, is compared with that as .0033333 where it
   * was read as .003: the last record would lie behind itself for ever. A text in ISO 8601 becomes
   * the column's own type instead.
   */
  Object bound(Object value) {
    if (this != SQL_SERVER || !(value instanceof LocalDateTime time)) {
      return value;
    }
    return time.format(time.getNano() % NANOS_OF_MILLI == 0 ? MILLIS : FINEST);
  }
}

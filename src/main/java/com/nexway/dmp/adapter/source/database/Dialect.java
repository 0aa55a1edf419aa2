package com.nexway.dmp.adapter.source.database;

import java.util.Locale;

/** How a database bounds what a query returns. */
enum Dialect {
  /** H2, PostgreSQL, MariaDB, MySQL, SQLite. */
  LIMIT,
  /** SQL Server, Oracle. */
  FETCH;

  /** By the name that the database gives itself. */
  static Dialect of(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    return name.contains("microsoft") || name.contains("oracle") ? FETCH : LIMIT;
  }

  String first(int rows) {
    return this == LIMIT ? "LIMIT " + rows : "OFFSET 0 ROWS FETCH NEXT " + rows + " ROWS ONLY";
  }
}

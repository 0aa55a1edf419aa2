package com.nexway.dmp.adapter.source.database;

/** Which way the records of a database are read. */
public enum Order {
  /** As runs do, from the one that changed longest ago. */
  OLDEST_FIRST(">", "ASC"),
  /** From the one that changed last. */
  NEWEST_FIRST("<", "DESC");

  /** What a record that comes behind another is to it. */
  final String behind;

  final String sql;

  Order(String behind, String sql) {
    this.behind = behind;
    this.sql = sql;
  }
}

package com.nexway.dmp.adapter.source.database;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the shops' databases want written in different ways. Drivers disagree about the values of
 * nearly every type; so each value is asked for as text in the database's own words, and a cursor
 * goes back as such a text, which the database itself makes a value of the column's type again.
 */
public abstract class Dialect {
  /**
   * By the name that the database gives itself.
   *
   * @throws QueryRefused where it is none that can be read
   */
  static Dialect of(String product) throws QueryRefused {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("postgres")) {
      return new PostgresDialect();
    }
    if (name.contains("mariadb") || name.contains("mysql")) {
      return new MySqlDialect();
    }
    if (name.contains("microsoft")) {
      return new SqlServerDialect();
    }
    if (name.equals("h2")) {
      return new H2Dialect();
    }
    throw new QueryRefused(
        "the database is "
            + product
            + ", whose values are not known here: PostgreSQL, MariaDB, MySQL, SQL Server and H2 can"
            + " be read; let any other write CSV files");
  }

  /**
   * What each session begins with: it runs in UTC, and shows each value in one way.
   *
   * @param url the database's JDBC address
   * @return empty where nothing is to be set
   */
  public static Optional<String> session(String url) {
    String make = url.replaceFirst("^jdbc:([a-z0-9]+):.*$", "$1");
    return switch (make) {
      case "postgresql" ->
          Optional.of("SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'");
      case "mariadb", "mysql" -> Optional.of(MySqlDialect.SESSION);
      case "h2" -> Optional.of("SET TIME ZONE 'UTC'");
      default -> Optional.empty();
    };
  }

  /** What a column of a type holds. */
  ColumnKind kind(String type, int jdbc, int size) {
    return ColumnKind.of(type, jdbc, size);
  }

  /** The text of a value of a column, however the driver reads such columns. */
  abstract String text(QueryColumn column, String value);

  /** At most so many characters of a text. */
  String cut(String text, int characters) {
    return "LEFT(" + text + ", " + characters + ")";
  }

  /** Whether texts are made of the rows of a page alone, once they are chosen. */
  boolean choosesRowsFirst() {
    return false;
  }

  /** A parameter, given as text, as a value of a column's type. */
  abstract String typed(QueryColumn column, String parameter);

  /** An id, of which no two that differ in a letter are equal, so that a page may end anywhere. */
  String exact(QueryColumn id, String value) {
    return value;
  }

  /** What is bound for a text. */
  Object bound(QueryColumn column, String text) {
    return text;
  }

  /** The condition under which a column holds a time. */
  String timed(QueryColumn column) {
    return column.sql() + " IS NOT NULL";
  }

  /** How it bounds what a query returns; to stand behind ORDER BY. */
  String first(int rows) {
    return "LIMIT " + rows;
  }

  /** The time of the database's clock, on that of UTC, as text. */
  abstract String clock();

  /** What asks how a query would be run; empty where that is not known here. */
  Optional<String> explain() {
    return Optional.of("EXPLAIN ");
  }

  /** The tables that a plan reads as a whole. */
  abstract List<TableScan> scans(List<Map<String, Object>> plan);

  /** Asks for the number of a table's rows, about, where plans do not tell it. */
  Optional<Question> size(String table) {
    return Optional.empty();
  }

  /** What stands behind a moment of UTC. */
  String utc() {
    return "+00:00";
  }
}

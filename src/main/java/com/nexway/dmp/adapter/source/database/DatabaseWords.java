package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Pattern;

/** What a shop's database says when it fails, as who reads it in a log or on a page needs it. */
public final class DatabaseWords {
  /** A question that was cut off, for it took too long. */
  private static final String CUT_OFF = "57014";

  /** SQLSTATE class 22 is "data exception": what stands in quotes is a value, often a person's. */
  private static final String OF_A_VALUE = "22";

  /** The pool's name is that of the database in config/adapter.yaml. */
  private static final Pattern BUSY =
      Pattern.compile("database-(\\S+) - Connection is not available.*");

  private DatabaseWords() {}

  /**
   * @param line what it says, in one line
   */
  public static String of(SQLException failure, String line) {
    String state = String.valueOf(failure.getSQLState());
    if (failure instanceof SQLTimeoutException || state.equals(CUT_OFF)) {
      return "the database needs longer than query-timeout; let an index serve the query (check"
          + " --connect tells which), or raise query-timeout";
    }
    if (state.startsWith(OF_A_VALUE)) {
      return line.replaceAll("([\"']).*\\1", "…");
    }
    return BUSY.matcher(line)
        .replaceFirst(
            "all connections to $1 are busy with other sources; raise databases.$1.connections in"
                + " config/adapter.yaml, or let sources read less often (every)");
  }
}

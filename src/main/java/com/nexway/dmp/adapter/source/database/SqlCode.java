package com.nexway.dmp.adapter.source.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL without what its literals, quoted names and comments say: these are blank, each character in
 * its place, and literals and names keep their quotes.
 */
final class SqlCode {
  private static final Pattern DOLLAR = Pattern.compile("\\$\\w*\\$");

  private final String sql;
  private final StringBuilder code;
  private int at;

  SqlCode(String sql) {
    this.sql = sql;
    this.code = new StringBuilder(sql);
  }

  String code() {
    while (at < sql.length()) {
      at = next(sql.charAt(at));
    }
    return code.toString();
  }

  /** Where it goes on. */
  private int next(char c) {
    if (c == '\'' || c == '"' || c == '`') {
      int end = endOfQuoted(c);
      blank(at + 1, end - 1);
      return end;
    }
    if (sql.startsWith("--", at) || c == '#' && !isOperator()) {
      return blank(at, until("\n"));
    }
    if (sql.startsWith("/*", at)) {
      // Some databases run what stands in /*! or /*M!: that is no comment.
      boolean runs = sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2);
      return blank(runs ? at + 4 : at, until("*/"));
    }
    return c == '$' ? endOfDollars() : at + 1;
  }

  /** PostgreSQL's {@code #>}, {@code #>>} and {@code #-}; MariaDB begins a comment with #. */
  private boolean isOperator() {
    return sql.startsWith(">", at + 1) || sql.startsWith("-", at + 1);
  }

  /**
   * A quote within is doubled, or stands behind a backslash as MySQL has it; elsewhere a backslash
   * is a letter, which alone in a literal (ESCAPE '\') it is most often.
   */
  private int endOfQuoted(char quote) {
    int i = at + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      boolean alone = i == at + 1 && sql.startsWith("'", i + 1) && !sql.startsWith("''", i + 1);
      if (c == '\\' && quote != '`' && !alone) {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return sql.length() + 1;
  }

  private int until(String end) {
    int found = sql.indexOf(end, at + 1);
    return found < 0 ? sql.length() : found + end.length();
  }

  /** PostgreSQL's literals in {@code $$} or {@code $tag$}. */
  private int endOfDollars() {
    Matcher tag = DOLLAR.matcher(sql).region(at, sql.length());
    boolean begins = at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1));
    if (!begins || !tag.lookingAt()) {
      return at + 1;
    }
    int end = sql.indexOf(tag.group(), tag.end());
    return blank(at, end < 0 ? sql.length() : end + tag.group().length());
  }

  private int blank(int from, int to) {
    for (int i = from; i < Math.min(to, sql.length()); i++) {
      if (sql.charAt(i) != '\n') {
        code.setCharAt(i, ' ');
      }
    }
    return to;
  }
}

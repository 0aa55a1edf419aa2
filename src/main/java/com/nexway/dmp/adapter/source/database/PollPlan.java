package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a database would find what is new: by an index, or by reading a large table each time. */
final class PollPlan {
  /** About as many rows as are read in a few hundredths of a second. */
  static final long LARGE = 50_000;

  private final Query query;
  private final QueryExecutor executor;

  PollPlan(Query query, QueryExecutor executor) {
    this.query = query;
    this.executor = executor;
  }

  /**
   * What to do about each large table that a run reads as a whole, as sentences.
   *
   * @param newest the newest time that there is: a plan depends on how many rows are newer
   */
  List<String> advice(String newest) throws SQLException {
    Optional<Question> plan = query.plan(newest);
    if (plan.isEmpty()) {
      return List.of(
          "how this database finds what is new was not looked at: see that an index of time and id"
              + " serves the query");
    }
    List<Map<String, Object>> lines = rows(plan.get());
    Set<String> advice = new LinkedHashSet<>();
    for (TableScan scan : query.dialect().scans(lines)) {
      if (scan.rows() >= LARGE || isLarge(scan.table())) {
        advice.add(words(scan.table()));
      }
    }
    return List.copyOf(advice);
  }

  /** Where the plan says nothing of the table's size. */
  private boolean isLarge(String table) throws SQLException {
    Optional<Question> size = query.dialect().size(table);
    if (size.isEmpty()) {
      return false;
    }
    for (Map<String, Object> row : rows(size.get())) {
      if (Long.parseLong(String.valueOf(row.values().iterator().next())) >= LARGE) {
        return true;
      }
    }
    return false;
  }

  private List<Map<String, Object>> rows(Question question) throws SQLException {
    return executor.ask(
        question,
        rows -> {
          List<Map<String, Object>> all = new ArrayList<>();
          rows.forEachRemaining(all::add);
          return all;
        });
  }

  private String words(String scanned) {
    String text = query.settings().select();
    String table = table(text, scanned);
    Column time = column(text, query.timeColumn().name());
    Column id = column(text, query.idColumn().name());
    String reads = "each run reads the whole table '%s', which is large".formatted(table);
    if (time.owner() != null && !table(text, time.owner()).equalsIgnoreCase(table)) {
      return reads
          + "; give the column by which the query joins it an index, as in CREATE INDEX %s_joined ON %1$s (COLUMN)"
              .formatted(table);
    }
    if (time.name() == null) {
      return reads
          + ", for '%s' is worked out by the query, which no index serves; let it be a column of the table, with an index as in CREATE INDEX %s_changed ON %2$s (COLUMN, %s)"
              .formatted(query.timeColumn().name(), table, or(id.name(), query.idColumn().name()));
    }
    return reads
        + "; let an index find what is new, as in CREATE INDEX %s_changed ON %1$s (%s, %s)"
            .formatted(table, time.name(), or(id.name(), query.idColumn().name()));
  }

  private static String or(@Nullable String one, String other) {
    return one == null ? other : one;
  }

  /** The table behind a name of the query, as far as its words tell. */
  private static String table(String text, String alias) {
    Matcher named =
        Pattern.compile(
                "(?i)\\b(?:from|join)\\s+([\\w.$`\"]+)\\s+(?:as\\s+)?"
                    + Pattern.quote(alias)
                    + "\\b")
            .matcher(text);
    return (named.find() ? named.group(1) : alias).replaceAll("[`\"]", "");
  }

  /**
   * What a column of the query is in its table.
   *
   * @param owner the table's name in the query; null where it is not named
   * @param name null where the query works it out
   */
  private record Column(@Nullable String owner, @Nullable String name) {}

  private static Column column(String text, String label) {
    String quoted = "[\"`]?" + Pattern.quote(label) + "[\"`]?(?![\\w.])";
    Matcher renamed =
        Pattern.compile("(?i)(?:(\\w+)\\.)?(\\w+|(\\)))\\s+as\\s+" + quoted).matcher(text);
    if (renamed.find()) {
      boolean workedOut = renamed.group(3) != null || renamed.group(2).equalsIgnoreCase("end");
      return new Column(renamed.group(1), workedOut ? null : renamed.group(2));
    }
    Matcher plain = Pattern.compile("(?i)(\\w+)\\.[\"`]?" + quoted).matcher(text);
    return new Column(plain.find() ? plain.group(1) : null, label);
  }
}

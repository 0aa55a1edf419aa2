package com.nexway.dmp.adapter.source.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The merchant's query as its database describes it, and the questions that are made of it. */
final class Query {
  private static final int PLANNED_ROWS = 100;

  private final DatabaseSettings settings;
  private final DatabaseLimits limits;
  private final Dialect dialect;
  private final List<QueryColumn> columns;
  private final QueryColumn time;
  private final QueryColumn id;

  private Query(DatabaseSettings settings, DatabaseLimits limits, QueryColumns described)
      throws QueryRefused {
    this.settings = settings;
    this.limits = limits;
    this.dialect = described.dialect();
    this.columns = described.all();
    this.time = described.find("time-column", settings.timeColumn());
    this.id = described.find("id-column", settings.idColumn());
    if (!settings.overlap().isZero() && !time().canOverlap()) {
      throw new QueryRefused(
          ("time-column: the database calls '%s' a %s, of which nobody can tell what lies an overlap"
                  + " before it; let the query make it a time, as in CAST(%1$s AS %s) AS %1$s, or"
                  + " write overlap: 0s")
              .formatted(
                  time.name(), time.type(), dialect.utc().isEmpty() ? "DATETIME" : "TIMESTAMP"));
    }
  }

  /**
   * Has a query described; no row of it is read.
   *
   * @throws QueryRefused where it cannot be a source
   * @throws SQLException where the database is away or refuses the query
   */
  static Query describe(DatabaseSettings settings, DatabaseLimits limits, DataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Query(settings, limits, QueryColumns.of(settings, connection));
    }
  }

  DatabaseSettings settings() {
    return settings;
  }

  DatabaseLimits limits() {
    return limits;
  }

  TimeColumn time() {
    return new TimeColumn(time.kind(), settings.zone(), dialect.utc());
  }

  /** All that changed at a time or later; all where there is none. */
  Question since(@Nullable String from, int rows, Order order) {
    if (from == null) {
      return page("", Map.of(), rows, order);
    }
    String condition = time.sql() + " >= " + dialect.typed(time, ":?from");
    return page(condition, Map.of("from", dialect.bound(time, from)), rows, order);
  }

  /** What changed at a moment or later; a number counts parts of seconds since 1970. */
  Question start(Instant moment, int rows, Order order) {
    String at = time().at(moment);
    if (!time.kind().isNumber()) {
      return since(at, rows, order);
    }
    String condition =
        """
        %1$s >= %2$s AND (%1$s < %3$s OR %1$s >= %2$s000 AND (%1$s < %4$s \
        OR %1$s >= %2$s000000 AND (%1$s < %5$s OR %1$s >= %2$s000000000)))"""
            .formatted(
                time.sql(),
                at,
                TimeColumn.MILLISECONDS_FROM,
                TimeColumn.MICROSECONDS_FROM,
                TimeColumn.NANOSECONDS_FROM);
    return page(condition, Map.of(), rows, order);
  }

  /**
   * What comes behind a record. The columns themselves are compared, and the first half of the
   * condition stands alone, so that an index serves it.
   */
  Question behind(Cursor cursor, int rows, Order order) {
    if (cursor.id() == null) {
      return since(cursor.time(), rows, order);
    }
    String condition =
        "%1$s >= %2$s AND (%1$s > %2$s OR %3$s > %4$s)"
            .replace(">", order.behind)
            .formatted(
                time.sql(),
                dialect.typed(time, ":?time"),
                dialect.exact(id, id.sql()),
                dialect.exact(id, dialect.typed(id, ":?id")));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("time", dialect.bound(time, cursor.time()));
    parameters.put("id", dialect.bound(id, cursor.id()));
    return page(condition, parameters, rows, order);
  }

  private Question page(String condition, Map<String, Object> parameters, int most, Order order) {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      QueryColumn column = columns.get(i);
      String text = dialect.text(column, column.sql());
      if (column.isUnbounded()) {
        text = dialect.cut(text, limits.cellBytes());
      }
      texts.append(i == 0 ? "" : ", ").append(text).append(" AS c").append(i);
    }
    String inOrder =
        "ORDER BY %s %s, %s %2$s".formatted(time.sql(), order.sql, dialect.exact(id, id.sql()));
    String rows =
        "(\n%s\n) r\nWHERE %s%s AND %s IS NOT NULL\n%s %s"
            .formatted(
                settings.select(),
                condition.isEmpty() ? "" : condition + " AND ",
                dialect.timed(time),
                id.sql(),
                inOrder,
                dialect.first(most));
    String sql =
        dialect.choosesRowsFirst()
            ? "SELECT %s FROM (SELECT r.* FROM %s) r %s".formatted(texts, rows, inOrder)
            : "SELECT %s FROM %s".formatted(texts, rows);
    return new Question(sql, parameters);
  }

  /** The newest time that there is. */
  Question newest() {
    String newest = dialect.text(time, "MAX(" + time.sql() + ")");
    return question("SELECT " + newest + " AS c0", dialect.timed(time));
  }

  /** How many rows no cursor ever reaches, for they have no time or no id. */
  Question unreachable() {
    return question(
        "SELECT COUNT(*) AS c0",
        time.sql() + " IS NULL OR NOT (" + dialect.timed(time) + ") OR " + id.sql() + " IS NULL");
  }

  /** The time of the database's clock, on that of UTC. */
  Question clock() {
    return new Question("SELECT " + dialect.clock() + " AS c0", Map.of());
  }

  /** How a run would be answered that begins at a time; empty where that is not known here. */
  Optional<Question> plan(String from) {
    Question asked = since(from, PLANNED_ROWS, Order.OLDEST_FIRST);
    return dialect.explain().map(how -> new Question(how + asked.sql(), asked.parameters()));
  }

  private Question question(String select, String condition) {
    String sql = select + " FROM (\n" + settings.select() + "\n) r\nWHERE " + condition;
    return new Question(sql, Map.of());
  }

  /**
   * Which of these ids have rows of several times, or some of none: a page, or a run, sees only
   * some of them.
   *
   * @param ids as cursors hold them
   */
  Question severalTimes(List<String> ids) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    StringBuilder in = new StringBuilder();
    for (String each : ids) {
      String name = "id" + parameters.size();
      in.append(in.isEmpty() ? "" : ", ").append(dialect.typed(id, ":?" + name));
      parameters.put(name, dialect.bound(id, each));
    }
    String sql =
        "SELECT %s AS c0 FROM (\n%s\n) r\nWHERE %s IN (%s)\nGROUP BY %3$s, %6$s\nHAVING COUNT(DISTINCT %5$s) > 1 OR COUNT(%5$s) < COUNT(*)"
            .formatted(
                dialect.text(id, id.sql()),
                settings.select(),
                id.sql(),
                in,
                time.sql(),
                dialect.exact(id, id.sql()));
    return new Question(sql, parameters);
  }

  /** One row of a page. */
  QueryRow row(Map<String, Object> cells) throws SQLException {
    return QueryRow.of(cells, columns, time, id);
  }

  List<QueryColumn> columns() {
    return columns;
  }

  Dialect dialect() {
    return dialect;
  }

  QueryColumn timeColumn() {
    return time;
  }

  QueryColumn idColumn() {
    return id;
  }

  /** That rows have no time or no id, and what to write. */
  String unreachable(long rows) {
    return "%s no value in %s or %s and %s never read; let the query give %s one, as in %s"
        .formatted(
            rows == 1 ? "1 row has" : "%,d rows have".formatted(rows),
            settings.timeColumn(),
            settings.idColumn(),
            rows == 1 ? "is" : "are",
            rows == 1 ? "it" : "them",
            advice());
  }

  private String advice() {
    String name = time.name();
    boolean zero = dialect instanceof MySqlDialect && time.kind().isCalendar();
    return zero
        ? "COALESCE(NULLIF(%1$s, '0000-00-00 00:00:00'), created) AS %1$s".formatted(name)
        : "COALESCE(%1$s, created) AS %1$s".formatted(name);
  }
}

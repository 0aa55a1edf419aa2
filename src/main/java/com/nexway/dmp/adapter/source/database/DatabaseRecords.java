package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The records of a database, for somebody who looks and stores nothing: asked a page at a time, as
 * a first run asks.
 */
public final class DatabaseRecords implements Iterator<Batch> {
  private final QueryExecutor executor;
  private final DatabasePoll poll;
  private @Nullable Batch next;

  private DatabaseRecords(QueryExecutor executor, DatabasePoll poll) {
    this.executor = executor;
    this.poll = poll;
  }

  /**
   * Has the query described; no row is read.
   *
   * @param database is asked for the columns
   * @param executor asks it for the rows
   * @param order from the oldest on, or from the newest
   * @param now which the times of records are compared with
   * @throws QueryRefused where the query cannot be a source
   * @throws SQLException where the database cannot be reached or refuses the query
   */
  public static DatabaseRecords of(
      DatabaseSettings settings,
      DataSource database,
      QueryExecutor executor,
      Order order,
      Instant now)
      throws SQLException {
    return of(settings, database, executor, order, now, DatabaseLimits.USUAL);
  }

  static DatabaseRecords of(
      DatabaseSettings settings,
      DataSource database,
      QueryExecutor executor,
      Order order,
      Instant now,
      DatabaseLimits limits)
      throws SQLException {
    Query query = Query.describe(settings, limits, database);
    DatabasePoll poll = DatabasePoll.through(query, order, now);
    return new DatabaseRecords(executor, poll);
  }

  /** The names of a query's columns, as the database gives them. */
  public static List<String> columns(DatabaseSettings settings, DataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return QueryColumns.of(settings, connection).names();
    }
  }

  @Override
  public boolean hasNext() {
    while (next == null && poll.isOpen()) {
      try {
        next = executor.ask(poll.ask(), poll::answer);
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      if (next != null) {
        poll.stored();
      }
    }
    return next != null;
  }

  @Override
  public Batch next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Batch batch = next;
    next = null;
    return batch;
  }
}

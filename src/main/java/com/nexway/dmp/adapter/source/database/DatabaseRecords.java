package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The records of a database, for somebody who looks and stores nothing: asked a page at a time, as
 * a first run asks.
 */
public final class DatabaseRecords implements Iterator<Batch> {
  private static final Pattern PARAMETER = Pattern.compile(":\\?(\\w+)");

  private final DataSource database;
  private final DatabasePoll poll;
  private @Nullable Batch next;

  private DatabaseRecords(DataSource database, DatabasePoll poll) {
    this.database = database;
    this.poll = poll;
  }

  /**
   * Opens a database; nothing is asked yet but its name.
   *
   * @param order from the oldest on, or from the newest
   * @param now which the times of records are compared with
   * @throws SQLException where it cannot be reached
   */
  public static DatabaseRecords of(
      DatabaseSettings settings, DataSource database, Order order, Instant now)
      throws SQLException {
    DataSource bounded = ShopDatabase.of(() -> database, settings.limits());
    DatabaseSettings all = settings.from(new Start.Beginning());
    Dialect dialect = DatabaseReader.dialect(bounded);
    RecentRecords none = new RecentRecords();
    return new DatabaseRecords(
        bounded, new DatabasePoll(all, dialect, DatabasePosition.UNREAD, none, false, now, order));
  }

  @Override
  public boolean hasNext() {
    while (next == null && poll.isOpen()) {
      Question question = poll.ask();
      try {
        next = poll.answer(answer(question));
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      poll.stored();
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

  private List<Map<String, Object>> answer(Question question) throws SQLException {
    Matcher parameters = PARAMETER.matcher(question.sql());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(parameters.replaceAll("?"))) {
      parameters.reset();
      for (int i = 1; parameters.find(); i++) {
        statement.setObject(i, question.parameters().get(parameters.group(1)));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows(rows);
      }
    }
  }

  private static List<Map<String, Object>> rows(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<Map<String, Object>> all = new ArrayList<>();
    while (rows.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        row.put(meta.getColumnLabel(i), rows.getObject(i));
      }
      all.add(row);
    }
    return all;
  }
}

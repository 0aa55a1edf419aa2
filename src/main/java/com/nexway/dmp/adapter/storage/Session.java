package com.nexway.dmp.adapter.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its prepared statements, as a transaction's work sees it. Values are text,
 * whole numbers, bytes, the constants of enums and null. Statements are kept by their text, so a
 * text must never hold a value.
 */
public final class Session {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Gives the connection up; what it had not committed, the database undoes. */
  void discard() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was not to be used again anyway.
    }
  }

  /** Runs one statement that changes rows; tells how many it changed. */
  public int update(String sql, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared(sql);
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs one statement once for each row of values, in few round trips; tells the sum. */
  public int updateEach(String sql, Collection<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    try {
      PreparedStatement statement = prepared(sql);
      statement.clearBatch();
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      int changed = 0;
      for (int count : statement.executeBatch()) {
        changed += Math.max(0, count);
      }
      return changed;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs a statement that ends with {@code IN ({keys})} for all keys, a portion at a time. */
  public int updateIn(String sql, Collection<?> keys, @Nullable Object... before) {
    int changed = 0;
    for (List<Object> portion : InList.portions(keys)) {
      changed += update(InList.expand(sql, portion.size()), joined(before, portion));
    }
    return changed;
  }

  public <T> List<T> query(String sql, Row.Reading<T> reading, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared(sql);
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          found.add(reading.of(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row.Reading<T> reading, @Nullable Object... values) {
    return query(sql, reading, values).stream().findFirst();
  }

  /** Runs a query that holds {@code IN ({keys})} for all keys, a portion at a time. */
  public <T> List<T> queryIn(
      String sql, Collection<?> keys, Row.Reading<T> reading, @Nullable Object... before) {
    List<T> found = new ArrayList<>();
    for (List<Object> portion : InList.portions(keys)) {
      found.addAll(query(InList.expand(sql, portion.size()), reading, joined(before, portion)));
    }
    return found;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private static @Nullable Object[] joined(@Nullable Object[] before, List<Object> portion) {
    List<@Nullable Object> all = new ArrayList<>(List.of());
    for (Object value : before) {
      all.add(value);
    }
    all.addAll(portion);
    return all.toArray();
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        statement.setString(i + 1, StoredText.written(text));
      } else if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else if (value instanceof Enum<?> word) {
        statement.setString(i + 1, StoredText.word(word));
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else {
        throw new IllegalArgumentException("a value of " + value.getClass() + " is not stored");
      }
    }
  }
}

package com.nexway.dmp.adapter.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that a query stands on; columns count from 1. */
public final class Row {
  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(Row row);
  }

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** A number; 0 where the column is null. */
  public long number(int column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A number that fits an int; 0 where the column is null. */
  public int small(int column) {
    return Math.toIntExact(number(column));
  }

  /** Whether a condition holds: SQLite says so by a number, PostgreSQL by a boolean. */
  public boolean truth(int column) {
    try {
      return result.getBoolean(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public @Nullable Long numberOrNull(int column) {
    try {
      long number = result.getLong(column);
      return result.wasNull() ? null : number;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A text; empty where the column is null. */
  public String text(int column) {
    String text = textOrNull(column);
    return text == null ? "" : text;
  }

  public @Nullable String textOrNull(int column) {
    try {
      String stored = result.getString(column);
      return stored == null ? null : StoredText.read(stored);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Bytes; empty where the column is null. */
  public byte[] bytes(int column) {
    byte[] bytes = bytesOrNull(column);
    return bytes == null ? new byte[0] : bytes;
  }

  public byte @Nullable [] bytesOrNull(int column) {
    try {
      return result.getBytes(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}

package com.nexway.dmp.adapter.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row that a query stands on; its columns by their names, or its only one. */
public final class Row {
  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(Row row);
  }

  @FunctionalInterface
  private interface Cell<T> {
    T read() throws SQLException;
  }

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** The only column as a number; 0 where it is null. */
  public long number() {
    return cell(() -> result.getLong(1));
  }

  /** The only column as a text; empty where it is null. */
  public String text() {
    return cell(() -> StoredText.read(result.getString(1)));
  }

  /** The only column as bytes; empty where it is null. */
  public byte[] bytes() {
    return cell(() -> orEmpty(result.getBytes(1)));
  }

  /** A number; 0 where the column is null. */
  public long number(String column) {
    return cell(() -> result.getLong(column));
  }

  /** A number that fits an int; 0 where the column is null. */
  public int small(String column) {
    return Math.toIntExact(number(column));
  }

  /** Whether a condition holds: SQLite says so by a number, PostgreSQL by a boolean. */
  public boolean truth(String column) {
    return cell(() -> result.getBoolean(column));
  }

  public @Nullable Long numberOrNull(String column) {
    long number = number(column);
    return cell(result::wasNull) ? null : number;
  }

  /** A text; empty where the column is null. */
  public String text(String column) {
    return cell(() -> StoredText.read(result.getString(column)));
  }

  public @Nullable String textOrNull(String column) {
    String text = text(column);
    return cell(result::wasNull) ? null : text;
  }

  /** One of the constants of an enum. */
  public <E extends Enum<E>> E one(String column, Class<E> of) {
    return StoredText.constant(text(column), of);
  }

  /** Bytes; empty where the column is null. */
  public byte[] bytes(String column) {
    return cell(() -> orEmpty(result.getBytes(column)));
  }

  public byte @Nullable [] bytesOrNull(String column) {
    return cell(() -> Optional.ofNullable(result.getBytes(column))).orElse(null);
  }

  private static byte[] orEmpty(byte @Nullable [] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }

  private static <T> T cell(Cell<T> cell) {
    try {
      return cell.read();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}

package com.nexway.dmp.adapter.source.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row as records hold them: every digit, and times as the database has them. A
 * {@link java.sql.Timestamp} would move the hour that this machine's clock skips in spring.
 */
final class SqlValues {
  private SqlValues() {}

  static @Nullable Object read(ResultSet row, int column) throws SQLException {
    ResultSetMetaData meta = row.getMetaData();
    String type = String.valueOf(meta.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
    switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP -> {
        return time(row, column, type.equals("timestamptz"));
      }
      case Types.TIMESTAMP_WITH_TIMEZONE -> {
        return time(row, column, true);
      }
      case Types.DATE -> {
        // MySQL's YEAR says DATE as well.
        return type.startsWith("year")
            ? whole(row, column)
            : row.getObject(column, LocalDate.class);
      }
      case Types.TIME -> {
        return row.getObject(column, LocalTime.class);
      }
      case Types.BIT, Types.BOOLEAN -> {
        // MySQL's TINYINT(1), which shops count with, says BIT.
        return type.startsWith("tinyint") ? whole(row, column) : truth(row, column);
      }
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
        return whole(row, column);
      }
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> {
        String digits = row.getString(column);
        return digits == null ? null : decimal(digits);
      }
      case Types.DECIMAL, Types.NUMERIC -> {
        return row.getBigDecimal(column);
      }
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
        return bytes(row.getBytes(column));
      }
      default -> {
        return type.equals("datetimeoffset") ? time(row, column, true) : row.getString(column);
      }
    }
  }

  private static @Nullable Object time(ResultSet row, int column, boolean zoned)
      throws SQLException {
    return zoned
        ? row.getObject(column, OffsetDateTime.class)
        : row.getObject(column, LocalDateTime.class);
  }

  private static @Nullable Object whole(ResultSet row, int column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    if (number == null) {
      return null;
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() < 64 ? (Object) whole.longValueExact() : whole;
  }

  private static @Nullable Object truth(ResultSet row, int column) throws SQLException {
    boolean truth = row.getBoolean(column);
    return row.wasNull() ? null : truth;
  }

  /** NaN and infinities are no numbers that could be money: they stay text. */
  private static Object decimal(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return digits;
    }
  }

  /** Some columns of text call themselves bytes; others are shown in hexadecimal. */
  private static @Nullable Object bytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return HexFormat.of().formatHex(bytes);
    }
  }
}

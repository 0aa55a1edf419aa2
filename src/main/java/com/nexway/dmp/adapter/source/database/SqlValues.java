package com.nexway.dmp.adapter.source.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The values of a row as records hold them: every digit, and times as the database has them. */
final class SqlValues {
  private SqlValues() {}

  static @Nullable Object read(ResultSet row, int column) throws SQLException {
    ResultSetMetaData meta = row.getMetaData();
    String type = String.valueOf(meta.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
    switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP -> {
        return type.equals("timestamptz") ? moment(row, column) : local(row, column);
      }
      case Types.TIMESTAMP_WITH_TIMEZONE -> {
        return moment(row, column);
      }
      case Types.DATE -> {
        // MySQL's YEAR says DATE as well.
        return type.startsWith("year") ? whole(row, column) : date(row.getString(column));
      }
      case Types.TIME -> {
        return row.getObject(column, LocalTime.class);
      }
      case Types.BIT, Types.BOOLEAN -> {
        return truth(row, column, type);
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
        return type.equals("uuid") ? row.getString(column) : bytes(row.getBytes(column));
      }
      default -> {
        return type.equals("datetimeoffset") ? moment(row, column) : row.getString(column);
      }
    }
  }

  private static @Nullable Object moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  /**
   * A time without a zone, as if it were one of UTC, which skips no hour. Asked for a {@link
   * LocalDateTime}, MariaDB's driver would move the hour that this machine's clock skips in spring.
   */
  private static @Nullable Object local(ResultSet row, int column) throws SQLException {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    Timestamp time = row.getTimestamp(column, utc);
    return time == null ? null : LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
  }

  private static @Nullable Object date(@Nullable String text) {
    if (text == null || text.startsWith("0000-00-00")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static @Nullable Object whole(ResultSet row, int column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    if (number == null) {
      return null;
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() < 64 ? (Object) whole.longValueExact() : whole;
  }

  /**
   * MySQL's TINYINT(1), which shops count with, says that it is a truth value; it stays a number.
   */
  private static @Nullable Object truth(ResultSet row, int column, String type)
      throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    boolean counts = !type.equals("bit") && text.matches("-?\\d+");
    return counts ? (Object) Long.valueOf(text) : row.getBoolean(column);
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

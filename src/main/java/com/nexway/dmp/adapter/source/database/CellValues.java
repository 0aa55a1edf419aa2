package com.nexway.dmp.adapter.source.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of rows as records hold them: every digit, and times as the database has them. What is
 * no value of its type (NaN, 25:00:00, 2024-02-31) stays the text that the database shows.
 */
final class CellValues {
  private CellValues() {}

  /** The text of the only cell of the next row; null where there is none. */
  static @Nullable String next(Iterator<Map<String, Object>> rows) throws SQLException {
    return rows.hasNext() ? text(rows.next().values().iterator().next()) : null;
  }

  /** What a driver handed over, as text; bytes in hexadecimal. */
  static @Nullable String text(@Nullable Object cell) throws SQLException {
    if (cell instanceof Clob clob) {
      return clob.getSubString(1, (int) Math.min(Integer.MAX_VALUE, clob.length()));
    }
    if (cell instanceof Blob blob) {
      byte[] bytes = blob.getBytes(1, (int) Math.min(Integer.MAX_VALUE, blob.length()));
      return HexFormat.of().formatHex(bytes);
    }
    if (cell instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return cell == null ? null : cell.toString();
  }

  static @Nullable Object value(QueryColumn column, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (column.kind()) {
      case WHOLE -> whole(text);
      case DECIMAL, APPROXIMATE -> decimal(text);
      case TRUTH -> truth(text);
      case DATE, LOCAL, INSTANT -> calendar(column.kind(), text);
      case TIME -> time(text);
      case BYTES -> bytes(text);
      case FIXED_BYTES -> hex(text);
      default -> text;
    };
  }

  private static Object whole(String text) {
    try {
      BigInteger whole = new BigInteger(text);
      return whole.bitLength() < 64 ? (Object) whole.longValueExact() : whole;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "t", "true" -> true;
      case "0", "f", "false" -> false;
      default -> text;
    };
  }

  /** A moment has no zone in the text of a session that runs in UTC on MariaDB. */
  private static @Nullable Object calendar(ColumnKind kind, String text) {
    if (text.startsWith("0000-00-00")) {
      return null;
    }
    boolean bare =
        kind == ColumnKind.INSTANT && text.lastIndexOf('+') < 0 && text.indexOf('-', 8) < 0;
    Temporal read = SqlTime.read(bare ? text + "Z" : text);
    return read == null ? text : read;
  }

  private static Object time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String hex(String text) {
    return (text.startsWith("\\x") ? text.substring(2) : text).toLowerCase(Locale.ROOT);
  }

  /** Some columns of text call themselves bytes; others are shown in hexadecimal. */
  private static String bytes(String text) {
    String hex = hex(text);
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return hex;
    }
  }
}

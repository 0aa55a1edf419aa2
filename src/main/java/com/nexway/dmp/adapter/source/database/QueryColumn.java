package com.nexway.dmp.adapter.source.database;

import org.jspecify.annotations.Nullable;

/**
 * One column of the merchant's query.
 *
 * @param name as the query names it
 * @param sql how it stands in the query round it, quoted
 * @param type the database's own name of its type, in small letters
 * @param size digits, characters, bytes or bits
 * @param scale digits behind the point
 */
record QueryColumn(String name, String sql, String type, ColumnKind kind, int size, int scale) {

  /** Whether a value of the column is a text although the column holds none: NaN, 2024-02-31. */
  boolean isOdd(@Nullable Object value) {
    return value instanceof String
        && (kind.isNumber() || kind.isCalendar() || kind == ColumnKind.TIME);
  }

  private static final int LONG = 65_535;

  /** Whether a single value may be too large for the memory; of an array no size is known. */
  boolean isUnbounded() {
    boolean any = kind == ColumnKind.TEXT || kind == ColumnKind.BYTES;
    return kind == ColumnKind.OTHER || any && (size <= 0 || size > LONG);
  }
}

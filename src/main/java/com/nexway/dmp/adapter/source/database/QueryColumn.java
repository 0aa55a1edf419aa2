package com.nexway.dmp.adapter.source.database;

/**
 * One column of the merchant's query.
 *
 * @param name as the query names it
 * @param sql how it stands in the query round it, quoted
 * @param type the database's own name of its type, in small letters
 * @param size digits, characters, bytes or bits
 * @param scale digits behind the point
 */
record QueryColumn(String name, String sql, String type, ColumnKind kind, int size, int scale) {}

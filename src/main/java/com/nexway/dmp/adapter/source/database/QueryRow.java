package com.nexway.dmp.adapter.source.database;

import java.util.Map;

/**
 * One row.
 *
 * @param time of its record, and {@code id}: in the database's words, as a cursor holds them
 * @param values its columns, as records hold them
 * @param bytes what its texts take, about
 * @param largest the column that takes most
 */
record QueryRow(String time, String id, Map<String, Object> values, long bytes, String largest) {}

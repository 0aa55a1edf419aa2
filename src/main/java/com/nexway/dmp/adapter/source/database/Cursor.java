package com.nexway.dmp.adapter.source.database;

import org.jspecify.annotations.Nullable;

/**
 * How far a database was read: the time and the id of the last record, in the database's own words,
 * so that they go back into its query unharmed.
 *
 * @param id null where only a time is known
 */
record Cursor(String time, @Nullable String id) {}

package com.nexway.dmp.adapter.source.database;

/**
 * A table that a plan reads as a whole.
 *
 * @param table by the name that the plan gives it: its own, or that of the query
 * @param rows about so many, as far as the plan says it; else 0
 */
record TableScan(String table, long rows) {}

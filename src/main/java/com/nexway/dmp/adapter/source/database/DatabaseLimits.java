package com.nexway.dmp.adapter.source.database;

/**
 * The most that is asked of a shop's database at once.
 *
 * @param firstRows rows of the first page, by which the size of a row is learnt
 * @param pageRows rows of one page
 * @param groupRows rows that are one record
 * @param pageBytes what a page may take of the memory, or a single record
 * @param cellBytes what a single value may take, for a driver holds several rows at once
 */
record DatabaseLimits(int firstRows, int pageRows, int groupRows, long pageBytes, int cellBytes) {
  private static final int PAGE_SHARE = 16;
  private static final int CELL_SHARE = 64;

  static final DatabaseLimits USUAL = ofHeap(Runtime.getRuntime().maxMemory());

  private static DatabaseLimits ofHeap(long bytes) {
    long cell = Math.min(bytes / CELL_SHARE, 100_000_000);
    return new DatabaseLimits(100, 1_000, 10_000, bytes / PAGE_SHARE, (int) cell);
  }

  /** The rows of the next page, of which {@code rows} took {@code bytes}. */
  int next(int rows, long bytes) {
    long room = pageBytes * rows / Math.max(1, bytes);
    return (int) Math.max(1, Math.min(pageRows, Math.min(room, 10L * Math.max(rows, firstRows))));
  }
}

package com.nexway.dmp.adapter.source.database;

/**
 * The most that is asked of a shop's database at once.
 *
 * @param firstRows rows of the first page, by which the size of a row is learnt
 * @param pageRows rows of one page
 * @param groupRows rows that are one record
 * @param pageBytes what a page may take of the memory, or a single record
 */
record DatabaseLimits(int firstRows, int pageRows, int groupRows, long pageBytes) {
  private static final int SHARE = 16;

  static final DatabaseLimits USUAL =
      new DatabaseLimits(100, 1_000, 10_000, Runtime.getRuntime().maxMemory() / SHARE);

  /** The rows of the next page, of which {@code rows} took {@code bytes}. */
  int next(int rows, long bytes) {
    long room = pageBytes * rows / Math.max(1, bytes);
    return (int) Math.max(1, Math.min(pageRows, Math.min(room, 10L * Math.max(rows, firstRows))));
  }
}

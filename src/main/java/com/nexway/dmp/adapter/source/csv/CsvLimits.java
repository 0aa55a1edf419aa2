package com.nexway.dmp.adapter.source.csv;

/**
 * The most that is read of a CSV file.
 *
 * @param fileBytes bytes of one file
 * @param columns columns of the header
 * @param lineCharacters characters of one record, its line breaks in quotes included
 * @param groupLines lines that are one record
 * @param batchRecords records stored in one transaction
 */
public record CsvLimits(
    long fileBytes, int columns, int lineCharacters, int groupLines, int batchRecords) {

  /** What no shop's file reaches, for files up to a size. */
  public static CsvLimits ofFile(long bytes) {
    return new CsvLimits(bytes, 1_000, 256 << 10, 10_000, 1_000);
  }
}

package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.Parameters;

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

  static CsvLimits read(Parameters values) {
    return new CsvLimits(
        values.size("max-file", 1, 100L << 30),
        values.whole("max-columns", 1, 10_000),
        (int) values.size("max-line", 100, 64L << 20),
        values.whole("max-group", 1, 100_000),
        values.whole("batch-records", 1, 1_000));
  }
}

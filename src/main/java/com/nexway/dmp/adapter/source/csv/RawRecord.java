package com.nexway.dmp.adapter.source.csv;

import org.jspecify.annotations.Nullable;

/**
 * One record as it stands in a file, before it is parsed.
 *
 * @param row its number behind the header, from 1; records set aside count as well
 * @param line its first line in the file, from 1
 * @param lines how many lines of the file it takes
 * @param text its columns parted by {@link CsvText#DELIMITER}, without the line's end; of a record
 *     that is set aside, its raw text, cut at a limit
 * @param problem why it is set aside, as a sentence; null where it can be parsed
 */
record RawRecord(long row, long line, int lines, String text, @Nullable String problem) {
  boolean isBad() {
    return problem != null;
  }

  RawRecord setAside(String why) {
    return new RawRecord(row, line, lines, text, why);
  }
}

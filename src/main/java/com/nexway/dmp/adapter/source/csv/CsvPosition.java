package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Checkpoint;
import java.util.Optional;

/**
 * How far a file has been read.
 *
 * @param source the source's name
 * @param key its content, and what its lines are grouped by
 * @param row the last row that is done; 0 before the first
 * @param ended whether all of it is done
 * @param file its name and date, by which a file that was read to its end is known again
 */
record CsvPosition(String source, String key, long row, boolean ended, String file) {
  private static final String END = "end ";

  /** Where to go on, as the stored checkpoint says. */
  static CsvPosition of(String source, String key, String file, Optional<Checkpoint> stored) {
    String position = stored.map(Checkpoint::position).orElse("0");
    if (position.startsWith(END)) {
      return new CsvPosition(source, key, 0, true, position.substring(END.length()));
    }
    return new CsvPosition(source, key, Long.parseLong(position), false, file);
  }

  CsvPosition at(long done, boolean end) {
    return new CsvPosition(source, key, done, end, file);
  }

  /** From the first row again. */
  CsvPosition anew(String again) {
    return new CsvPosition(source, key, 0, false, again);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(source, key, ended ? END + file : Long.toString(row));
  }
}

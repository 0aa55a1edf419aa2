package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.source.csv.CsvLimits;
import com.nexway.dmp.adapter.source.csv.CsvSettings;

/** Settings of CSV files with limits that a test can reach. */
public final class Tight {
  private Tight() {}

  /** Settings with other limits. */
  public static CsvSettings of(CsvSettings like, CsvLimits limits) {
    return new CsvSettings(
        like.name(),
        like.shop(),
        like.mapping(),
        like.folder(),
        like.files(),
        like.marker(),
        like.settleTime(),
        like.charset(),
        like.delimiter(),
        like.group(),
        like.emptyWords(),
        like.headerAt(),
        like.lane(),
        like.backfillFiles(),
        limits);
  }

  /** Settings with batches of so many records. */
  public static CsvSettings inBatches(CsvSettings like, int records) {
    CsvLimits limits = like.limits();
    return of(
        like,
        new CsvLimits(
            limits.fileBytes(),
            limits.columns(),
            limits.lineCharacters(),
            limits.groupLines(),
            records));
  }
}

package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.source.csv.CsvSettings;

/** Settings of CSV files of which a few records are a batch. */
public final class SmallBatches {
  private SmallBatches() {}

  /** The same settings, but for the records of a batch. */
  public static CsvSettings of(CsvSettings like, int records) {
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
        like.longestFile(),
        records);
  }
}

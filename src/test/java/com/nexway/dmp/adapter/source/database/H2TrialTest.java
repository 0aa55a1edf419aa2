package com.nexway.dmp.adapter.source.database;

import java.util.UUID;

final class H2TrialTest extends TrialContract {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Override
  String url() {
    return url;
  }

  @Override
  String numbers(int n) {
    return "(SELECT X AS n FROM SYSTEM_RANGE(1, " + n + ")) s";
  }

  /** It counts rows, and is the slowest to write them. */
  @Override
  int large() {
    return 60_000;
  }

  @Override
  String after(String seconds) {
    return "DATEADD('SECOND', " + seconds + ", TIMESTAMP '2026-01-01 00:00:00')";
  }
}

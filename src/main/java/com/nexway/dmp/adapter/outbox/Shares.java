package com.nexway.dmp.adapter.outbox;

/**
 * How many of the next claims each lane gets before live events fill the rest: one in ten for
 * retries and one in ten for back-fill, so that none of them starves.
 */
final class Shares {
  private static final int EVERY = 10;
  private static final int RETRY_TURN = 3;
  private static final int BACKFILL_TURN = 8;

  private long turn;

  /** The guaranteed numbers among the next {@code most} turns. */
  record Share(int retry, int backfill) {}

  Share of(int most) {
    return new Share(among(most, RETRY_TURN), among(most, BACKFILL_TURN));
  }

  /** Notes how many turns were taken. */
  void taken(int count) {
    turn = (turn + count) % EVERY;
  }

  private int among(int most, int own) {
    int count = 0;
    for (int i = 0; i < most; i++) {
      if ((turn + i) % EVERY == own) {
        count++;
      }
    }
    return count;
  }
}

package com.nexway.dmp.adapter.delivery;

/**
 * Numbers that rise with each request and each failure, so that of any two it can be told which
 * came first. They begin with the clock's microseconds: slower than the clock from then on, so that
 * those of an earlier run are smaller; where the clock was set back they are greater than any of
 * this run, and count as earlier, too.
 */
final class Ticks {
  private final long first;
  private long last;

  /**
   * @param first microseconds of the clock
   */
  Ticks(long first) {
    this.first = first;
    this.last = first;
  }

  long next() {
    return ++last;
  }

  /** A stored tick as one of this run; 0 where it is of an earlier one. */
  long ofThisRun(long stored) {
    return stored > first && stored <= last ? stored : 0;
  }
}

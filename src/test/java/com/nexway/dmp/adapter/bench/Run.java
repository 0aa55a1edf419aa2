package com.nexway.dmp.adapter.bench;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import java.time.Duration;

/**
 * What one process did for a number of events, from the moment when it was ready and had them.
 *
 * @param perSecond events a second
 * @param cpu processor seconds that it took for them, those of its start left out
 * @param peakMemory the most memory that it held, in MB
 */
record Run(double perSecond, double cpu, long peakMemory) {

  /** Measures {@code work}, which ends when all events are done. */
  static Run of(AdapterProcess process, long events, Runnable work) {
    Duration before = process.cpu();
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = process.cpu().minus(before).toMillis() / 1e3;
    return new Run(events / seconds, cpu, process.peakMemory());
  }
}

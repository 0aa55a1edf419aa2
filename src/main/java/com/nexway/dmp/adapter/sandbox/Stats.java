package com.nexway.dmp.adapter.sandbox;

import java.util.Map;

/**
 * What the sandbox has counted since its start or its last reset.
 *
 * @param requests requests to /event, whatever became of them
 * @param taken events that were processed, each once: 204, and those whose answer was lost
 * @param duplicates bodies that had been taken before: 429
 * @param lost events that were taken and whose answer was not sent
 * @param unanswered requests that were neither taken nor answered
 * @param perStatus answers sent, by status
 * @param perAction events taken, by action; empty while rules are off
 * @param busiestSecond the most requests in any sliding second, by the arrival of their heads
 * @param firstArrivalNanos when the first request arrived, by {@link System#nanoTime}
 * @param lastArrivalNanos when the last one did
 */
public record Stats(
    long requests,
    long taken,
    long duplicates,
    long lost,
    long unanswered,
    Map<Integer, Long> perStatus,
    Map<String, Long> perAction,
    int busiestSecond,
    long firstArrivalNanos,
    long lastArrivalNanos) {

  /** Answers sent with this status. */
  public long status(int status) {
    return perStatus.getOrDefault(status, 0L);
  }
}

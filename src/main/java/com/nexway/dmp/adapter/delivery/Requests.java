package com.nexway.dmp.adapter.delivery;

/**
 * Is told of every request to the DMP, for the metrics. Called from several threads, thousands of
 * times a second: it neither blocks nor throws.
 */
public interface Requests {
  /** One is written now. */
  void begun();

  /**
   * One that was begun has its answer, or never will.
   *
   * @param nanos how long that took
   */
  void ended(long nanos);

  /**
   * What one was answered.
   *
   * @param status the HTTP status; 0 where no answer came
   */
  void answered(int status);
}

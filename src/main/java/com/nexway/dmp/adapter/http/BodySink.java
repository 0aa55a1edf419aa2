package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;

/** Where the bytes of a body go. */
interface BodySink {
  /**
   * Takes bytes out of the inbox.
   *
   * @param length how many, of those that are there
   * @param expected how many more there may be in all, as far as that is known
   * @return {@link Grown#TAKEN} if all of them were taken
   */
  Grown take(Inbox inbox, int length, long expected) throws BadRequest;

  /** How many were taken so far. */
  long size();
}

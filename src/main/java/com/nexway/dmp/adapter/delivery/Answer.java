package com.nexway.dmp.adapter.delivery;

import java.util.Map;

/** What came of one request. */
public sealed interface Answer {
  /**
   * The DMP, or a gateway before it, answered.
   *
   * @param status the HTTP status
   * @param headers by their names in small letters; several of one name are joined by commas
   * @param body as far as it was read
   */
  record Given(int status, Map<String, String> headers, String body) implements Answer {}

  /**
   * The merchant's proxy did not pass the request on to the DMP.
   *
   * @param status what it answered to CONNECT
   */
  record OfProxy(int status) implements Answer {}

  /**
   * No answer came.
   *
   * @param written whether the request was on its way: the DMP may have taken the event
   */
  record None(Throwable failure, boolean written) implements Answer {}

  /**
   * The request was held back after all: nothing of it was written.
   *
   * @param why what kept it back, in words
   */
  record Unwritten(String why) implements Answer {}
}

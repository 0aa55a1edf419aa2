package com.nexway.dmp.adapter.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one request.
 *
 * @param status the status that was decided, 0 for none
 * @param answered whether it is told
 * @param duplicate whether the body had been taken before
 * @param action the event's action where it was taken and read, otherwise empty
 * @param retryAfter the Retry-After header, null for none
 * @param body the body of the answer, empty for none
 */
record Decision(
    int status,
    boolean answered,
    boolean duplicate,
    String action,
    @Nullable String retryAfter,
    String body) {

  static Decision of(int status, String body) {
    return new Decision(status, true, false, "", null, body);
  }

  static Decision silence() {
    return new Decision(0, false, false, "", null, "");
  }

  boolean taken() {
    return status / 100 == 2;
  }

  Decision unanswered() {
    return new Decision(status, false, duplicate, action, retryAfter, body);
  }

  /** A taken event is told with another status of success. */
  Decision as(int other) {
    return new Decision(other, answered, duplicate, action, retryAfter, body);
  }
}

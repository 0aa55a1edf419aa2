package com.nexway.dmp.adapter.http;

/** What was sent is no request that can be read; the message says what is wrong with it. */
final class BadRequest extends Exception {
  private final int status;

  /**
   * @param status what it is answered with
   * @param words never a part of what was sent
   */
  BadRequest(int status, String words) {
    super(words, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The message, which is never missing. */
  String words() {
    return String.valueOf(getMessage());
  }
}

package com.nexway.dmp.adapter.outbox;

/** What became of a wish to send a dead letter again. */
public sealed interface Resent {
  /** Why it is not sent, in words; empty where it is. */
  default String why() {
    return "";
  }

  /** It waits to be sent as a new entry. */
  record Queued(long entry) implements Resent {}

  /** A newer state of the same record was delivered since: sending this would undo it. */
  record Outdated(String why) implements Resent {}

  /** There is no such dead letter. */
  record Unknown(String why) implements Resent {}

  /** The person that it is about was erased, and is to stay so. */
  record Suppressed(String why) implements Resent {}

  /**
   * It was sent again before.
   *
   * @param isOpen whether the DMP has not answered yet
   */
  record Before(String why, boolean isOpen) implements Resent {}
}

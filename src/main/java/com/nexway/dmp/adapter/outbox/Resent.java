package com.nexway.dmp.adapter.outbox;

/** What became of a wish to send a dead letter again. */
public sealed interface Resent {
  /** It waits to be sent as a new entry. */
  record Queued(long entry) implements Resent {}

  /** A newer state of the same record was delivered since: sending this would undo it. */
  record Outdated(String why) implements Resent {}

  /** There is no such dead letter, or it was sent again before. */
  record Unknown(String why) implements Resent {}
}

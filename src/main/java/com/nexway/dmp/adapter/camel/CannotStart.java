package com.nexway.dmp.adapter.camel;

/** The adapter cannot start; the message is a sentence for the shop owner. */
public final class CannotStart extends RuntimeException {
  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  public CannotStart(String message) {
    super(message);
  }
}

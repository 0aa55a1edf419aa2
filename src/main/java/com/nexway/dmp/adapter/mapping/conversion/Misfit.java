package com.nexway.dmp.adapter.mapping.conversion;

/**
 * A value that cannot become what its property needs; the message says so and what to write.
 *
 * <p>It is data and not a fault, and so carries no stack trace.
 */
public final class Misfit extends Exception {
  public Misfit(String message) {
    super(message, null, false, false);
  }

  /** The message, which is never absent. */
  public String why() {
    return String.valueOf(getMessage());
  }
}

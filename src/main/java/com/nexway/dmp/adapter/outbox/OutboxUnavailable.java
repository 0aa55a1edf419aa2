package com.nexway.dmp.adapter.outbox;

import org.jspecify.annotations.Nullable;

/** The store cannot be written or read now: disk full, locked, gone. Nothing was stored. */
public final class OutboxUnavailable extends RuntimeException {
  public OutboxUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

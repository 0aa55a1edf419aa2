package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.outbox.OutboxUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an exception that Camel wrapped was about. */
final class Causes {
  private Causes() {}

  /** The innermost failure, in words. */
  static String words(@Nullable Throwable failure) {
    if (failure == null) {
      return "it ended early";
    }
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof OutboxUnavailable)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** The failure itself where it is no trouble of the world outside, but a fault of the program. */
  static @Nullable Throwable fault(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutboxUnavailable
          || cause instanceof IOException
          || cause instanceof UncheckedIOException
          || cause instanceof SQLException) {
        return null;
      }
    }
    return failure;
  }
}

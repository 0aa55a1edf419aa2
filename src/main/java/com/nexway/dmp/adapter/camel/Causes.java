package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.source.database.DatabaseWords;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an exception that Camel wrapped was about. */
final class Causes {
  private static final int LONGEST = 500;

  /** What drivers add that differs each time: MariaDB its connection's number. */
  private static final String VARYING = "^\\(conn=\\d+\\) |; SQL statement:$";

  private Causes() {}

  /** What says most, in one line: the store's own words, the database's, or the innermost. */
  static String words(@Nullable Throwable failure) {
    if (failure == null) {
      return "it ended early";
    }
    Throwable cause = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (!(cause instanceof SQLException) || next instanceof SQLException) {
        cause = next;
      }
      if (next instanceof StorageUnavailable) {
        break;
      }
    }
    String message = cause instanceof IOException file ? Obstacle.words(file) : cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    String line = message.strip().split("[\r\n]", 2)[0].replaceAll(VARYING, "");
    line = cause instanceof SQLException sql ? DatabaseWords.of(sql, line) : line;
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /** The failure itself where it is no trouble of the world outside, but a fault of the program. */
  static @Nullable Throwable fault(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageUnavailable
          || cause instanceof IOException
          || cause instanceof UncheckedIOException
          || cause instanceof SQLException) {
        return null;
      }
    }
    return failure;
  }
}

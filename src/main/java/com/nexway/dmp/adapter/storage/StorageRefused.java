package com.nexway.dmp.adapter.storage;

import org.jspecify.annotations.Nullable;

/**
 * The database must not be used as it is: damaged, written by a newer program, or not safe. The
 * message says what to do.
 */
public final class StorageRefused extends RuntimeException {
  public StorageRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

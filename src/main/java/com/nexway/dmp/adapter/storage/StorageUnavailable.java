package com.nexway.dmp.adapter.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be written or read now: full, locked, gone. The transaction is undone. */
public final class StorageUnavailable extends RuntimeException {
  public StorageUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

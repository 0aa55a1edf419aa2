package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether delivery can read and write the outbox; told once when that changes. */
final class StoreWatch {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  void unavailable(StorageUnavailable cause) {
    String words = String.valueOf(cause.getMessage());
    if (trouble.getAndSet(words) == null) {
      LOG.warn("Delivery waits for the outbox: {}", words);
    }
  }

  void fine() {
    if (trouble.get() != null && trouble.getAndSet(null) != null) {
      LOG.warn("Delivery goes on: the outbox is there again.");
    }
  }

  /** What is wrong, while something is. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.util.function.Function;

/** The database, its failures in the outbox's own words. */
record Store(Database database) {

  <T> T write(Function<Session, T> work) {
    try {
      return database.write(work);
    } catch (StorageUnavailable e) {
      throw unavailable(e);
    }
  }

  <T> T read(Function<Session, T> work) {
    try {
      return database.read(work);
    } catch (StorageUnavailable e) {
      throw unavailable(e);
    }
  }

  private static OutboxUnavailable unavailable(StorageUnavailable e) {
    return new OutboxUnavailable(String.valueOf(e.getMessage()), e);
  }
}

package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The database, its failures in the outbox's own words. */
final class Store {
  private final Database database;
  private volatile @Nullable String trouble;

  Store(Database database) {
    this.database = database;
  }

  /** What shows that a holder of the lease runs: a file beside a file, a row on a server. */
  Beat beat() {
    return database
        .file()
        .<Beat>map(file -> new BeatFile(file.resolveSibling(file.getFileName() + ".beat"), this))
        .orElseGet(() -> new Beat.InTable(this));
  }

  /** Why the last write failed; empty where it did not. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  <T> T write(Function<Session, T> work) {
    try {
      T answer = database.write(work);
      trouble = null;
      return answer;
    } catch (StorageUnavailable e) {
      trouble = e.getMessage();
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

  static OutboxUnavailable unavailable(StorageUnavailable e) {
    return new OutboxUnavailable(String.valueOf(e.getMessage()), e);
  }
}

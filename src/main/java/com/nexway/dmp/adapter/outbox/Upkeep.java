package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What keeps the store healthy: room, forgetting, erasing, copies, a look at every page. */
final class Upkeep {
  private final Database database;
  private final Store store;
  private final long reserve;
  private final Retention retention = new Retention();

  Upkeep(Database database, Store store, long reserve) {
    this.database = database;
    this.store = store;
    this.reserve = reserve;
  }

  /** What is left of the disk belongs to delivery. */
  void refuseWithoutRoom() {
    Optional<String> why = noRoom();
    if (why.isPresent()) {
      throw new OutboxUnavailable(why.get(), null);
    }
  }

  Optional<String> trouble() {
    try {
      return store.trouble().or(this::noRoom);
    } catch (OutboxUnavailable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> noRoom() {
    return translated(() -> database.hasRoom(reserve))
        ? Optional.empty()
        : Optional.of(
            """
            the disk of %s is almost full: nothing new is taken in, what is stored is delivered. \
            Free some space"""
                .formatted(database.location()));
  }

  Forgotten retain(RetentionSettings settings, long now) {
    Forgotten forgotten = store.write(session -> retention.step(session, settings, now));
    shrink(false);
    return forgotten;
  }

  /** Gives freed space back. */
  void shrink(boolean thoroughly) {
    translated(
        () -> {
          database.shrink(thoroughly);
          return 0;
        });
  }

  void backup(Path target) {
    translated(
        () -> {
          database.backup(target);
          return 0;
        });
  }

  Optional<String> damage(BooleanSupplier goOn) {
    return translated(() -> database.damage(goOn));
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (StorageUnavailable e) {
      throw Store.unavailable(e);
    }
  }
}

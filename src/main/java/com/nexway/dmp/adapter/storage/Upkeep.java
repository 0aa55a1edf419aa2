package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.files.Room;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a database healthy: room, freed space, copies, a daily look at every page. */
public final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Database database;
  private final Engine dialect;
  private final long reserve;
  private volatile boolean ended;
  private volatile @Nullable String damage;

  Upkeep(Database database, Engine dialect, long reserve) {
    this.database = database;
    this.dialect = dialect;
    this.reserve = reserve;
  }

  /**
   * To be asked before something new is stored: what is left of the disk belongs to what must be.
   *
   * @throws StorageUnavailable if less than the reserve is free, or than a tenth of a small disk
   */
  public void refuseWithoutRoom() {
    noRoom()
        .ifPresent(
            why -> {
              throw new StorageUnavailable(why, null);
            });
  }

  /**
   * Why nothing new can be stored, or what is damaged, in words for health; empty where all is
   * well. It is the last check, the last write's failure, or too little room on the disk.
   */
  public Optional<String> trouble() {
    return Optional.ofNullable(damage).or(database::failure).or(this::noRoom);
  }

  private Optional<String> noRoom() {
    return hasRoom()
        ? Optional.empty()
        : Optional.of(
            """
            the disk of %s is almost full: nothing new is taken in, what is stored is delivered. \
            Free some space"""
                .formatted(database.location()));
  }

  // While there is room, a quarter is kept in hand for the day on which others fill the disk.
  private boolean hasRoom() {
    Room room = dialect.room();
    long least = Math.min(reserve, room.total() / 10);
    dialect.keep(least / 4, room.free() - least);
    return room.free() >= least;
  }

  /**
   * Gives space of forgotten rows back to the disk, a small step at a time.
   *
   * @param thoroughly whether what was forgotten leaves the log of earlier transactions at once
   */
  public void shrink(boolean thoroughly) {
    database.shrink(thoroughly);
  }

  /**
   * Writes a consistent copy while the database is in use; readable by the owner alone.
   *
   * @throws StorageRefused if the database is no file, or the target is there already
   */
  public void backup(Path target) {
    dialect.backup(target);
  }

  /**
   * Reads all of the database, in nobody's way; what is damaged is told, and stays in {@link
   * #trouble}. Takes seconds for each gigabyte; a server sees to it itself.
   */
  public void check() {
    try {
      damage = damage(() -> !ended).orElse(null);
      if (damage != null) {
        LOG.error("The daily check of the outbox: {}", damage);
      }
    } catch (StorageUnavailable e) {
      LOG.warn("The outbox could not be checked today: {}", e.getMessage());
    }
  }

  /**
   * What is damaged and what to do, in words.
   *
   * @param goOn asked all the time; where it says no, what has not been read by then is not read
   */
  Optional<String> damage(BooleanSupplier goOn) {
    return dialect.damage(goOn);
  }

  /** Ends a check under way: a stop does not wait for it. */
  public void end() {
    ended = true;
  }
}

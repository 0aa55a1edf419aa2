package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Upkeep;
import java.time.Clock;

/** The people whom an outbox knows, for whoever must forget one of them. */
public final class People {
  private final Database database;
  private final Upkeep upkeep;
  private final Pseudonym pseudonym;
  private final Clock clock;
  private final Runnable changed;

  /**
   * @param changed called when a line may have moved up
   */
  People(Database database, Upkeep upkeep, Pseudonym pseudonym, Clock clock, Runnable changed) {
    this.database = database;
    this.upkeep = upkeep;
    this.pseudonym = pseudonym;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Removes one person: events that wait, traces of those sent, dead letters that mention the
   * address, and what is remembered of their records. In a file of SQLite what they held is
   * overwritten; PostgreSQL does so with its next vacuum. Copies made earlier are not reached.
   */
  public Erased erase(Person person) {
    Erased erased = new Erasure(database, person, pseudonym).run();
    upkeep.shrink(true);
    changed.run();
    return erased;
  }

  /**
   * Puts a person on the list of those who stay erased: what comes again of them is skipped. Only a
   * hash of the address is kept.
   *
   * @return false where they were on it
   */
  public boolean suppress(Person person) {
    return database.write(s -> new Suppression(s, pseudonym).add(person, clock.millis()));
  }

  /** Takes a person off that list; false where they were not on it. */
  public boolean unsuppress(Person person) {
    return database.write(s -> new Suppression(s, pseudonym).remove(person));
  }

  /**
   * Whether an entry may still be known by somebody who holds its body: false once its person was
   * erased, by whatever process, or it is older than {@code retention.delivered}.
   */
  public boolean remembers(long entry) {
    return database.read(session -> Removal.remembers(session, entry));
  }
}

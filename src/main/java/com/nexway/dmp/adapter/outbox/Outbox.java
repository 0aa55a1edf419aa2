package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.storage.Schema;
import com.nexway.dmp.adapter.storage.Upkeep;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * The durable store between intake and delivery, in SQLite or PostgreSQL. Every method is one
 * transaction; one that throws {@link com.nexway.dmp.adapter.storage.StorageUnavailable} has stored
 * nothing.
 */
public final class Outbox implements AutoCloseable {
  private static final Schema SCHEMA = Schema.beside(Outbox.class, "schema.sql");

  private final OutboxSettings settings;
  private final Clock clock;
  private final Database database;
  private final Upkeep upkeep;
  private final Pseudonym pseudonym;
  private final Claims claims = new Claims();
  private final Retention retention = new Retention();
  private final SenderLease lease;
  private final CopyOnWriteArrayList<Runnable> wakes = new CopyOnWriteArrayList<>();

  private Outbox(
      OutboxSettings settings, Database database, Clock clock, LongSupplier nanos, Holder self) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    this.upkeep = database.upkeep(settings.reserve());
    this.pseudonym = Pseudonym.of(database);
    this.lease = new SenderLease(database, clock, nanos, settings.lease(), self, this::wake);
  }

  /**
   * Opens the outbox, making its tables where there are none.
   *
   * @param location a file of SQLite by its absolute path, or a server
   * @throws com.nexway.dmp.adapter.storage.StorageRefused if it must not be used as it is
   * @throws com.nexway.dmp.adapter.storage.StorageUnavailable if it cannot be reached now
   */
  public static Outbox open(Location location, OutboxSettings settings, Clock clock) {
    return open(location, settings, clock, System::nanoTime, Holder.ofThisProcess());
  }

  static Outbox open(
      Location location, OutboxSettings settings, Clock clock, LongSupplier nanos, Holder self) {
    Database database = Database.open(location);
    try {
      SCHEMA.apply(database);
      return new Outbox(settings, database, clock, nanos, self);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  Pseudonym pseudonym() {
    return pseudonym;
  }

  Database database() {
    return database;
  }

  /** The right to send; {@link #claim} gives nothing to a process that does not hold it. */
  public Lease lease() {
    return lease;
  }

  /** The account of the DMP that knows what was sent. */
  public Accounts accounts() {
    return new Accounts(database);
  }

  /** The people whom it knows, to forget one of them. */
  public People people() {
    return new People(database, upkeep, pseudonym, clock, this::wake);
  }

  /** Its dead letters. */
  public Letters letters() {
    return new Letters(database, pseudonym, clock, this::wake);
  }

  /** What keeps its database healthy. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /**
   * Stores a batch: its events, its refused and unreadable records as dead letters, and its
   * checkpoint.
   */
  public Accepted accept(Drafts drafts) {
    upkeep.refuseWithoutRoom();
    Acceptance acceptance = Acceptance.of(drafts, clock.millis(), pseudonym);
    Accepted accepted = database.write(acceptance::store);
    if (accepted.queued() + accepted.superseded() > 0) {
      wake();
    }
    return accepted;
  }

  /** How far a source has been read; empty where it never was. */
  public Optional<Checkpoint> checkpoint(String source, String key) {
    String position = "SELECT position FROM checkpoint WHERE source = ? AND key = ?";
    return database.read(
        session ->
            session.first(position, row -> new Checkpoint(source, key, row.text()), source, key));
  }

  /**
   * Takes entries to send: at most one per customer. Only the holder of the lease gets any.
   *
   * @param wanted which; all but {@link Wanted.Next} give one at most
   */
  public List<Entry> claim(Wanted wanted) {
    if (!lease.held()) {
      return List.of();
    }
    Claims.Taken taken =
        database.write(
            session -> claims.take(session, wanted, lease.epochIn(session), clock.millis()));
    if (taken.more()) {
      wake();
    }
    return taken.entries();
  }

  /** What waits to be claimed, now or later. */
  public Waiting waiting() {
    return database.read(Claims::waiting);
  }

  /** Stores what became of claimed entries; one whose epoch is over is left alone. */
  public void settle(List<Settlement> settlements) {
    int promoted =
        database.write(
            session ->
                new Settling(session, clock.millis()).run(settlements, lease.epochIn(session)));
    if (promoted > 0) {
      wake();
    }
  }

  /** When the earliest waiting retry is due; empty where none waits or another process sends. */
  public Optional<Instant> nextDue() {
    return lease.held() ? database.read(Claims::nextDue) : Optional.empty();
  }

  /** When the oldest entry came in that could be claimed now; empty where none waits. */
  public Optional<Instant> oldestReady() {
    return database.read(session -> Claims.oldest(session, clock.millis()));
  }

  /**
   * Called after each commit that may have made an entry claimable; must neither block nor throw.
   */
  public void onArrival(Runnable wake) {
    wakes.add(wake);
  }

  /** Stops delivery of a source's events, with the reason in words, until it is resumed. */
  public void pause(String source, String why) {
    database.write(session -> Pauses.begin(session, source, why, clock.millis()));
  }

  public void resume(String source) {
    database.write(session -> Pauses.end(session, List.of(source)));
    wake();
  }

  /** The sources whose delivery is stopped. */
  public List<Paused> paused() {
    return database.read(Pauses::all);
  }

  /**
   * Where something is.
   *
   * @param words a key, with its kind ({@code order:1001}) or without, or a person's e-mail address
   * @return the last word on each thing, and all of it that is open, by shop and key
   */
  public List<Found> find(String words) {
    return database.read(session -> new Search(session, pseudonym, words).run());
  }

  /** Numbers per source and state, from a table kept in the same transactions: no counting. */
  public List<Count> counts() {
    return database.read(Tally::all);
  }

  /** One small step of forgetting what is old. To be called again while there is more. */
  public Forgotten retain(RetentionSettings limits) {
    Forgotten forgotten =
        database.write(session -> retention.step(session, limits, clock.millis()));
    upkeep.shrink(false);
    return forgotten;
  }

  @Override
  public void close() {
    database.close();
  }

  private void wake() {
    wakes.forEach(Runnable::run);
  }
}

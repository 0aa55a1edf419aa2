package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.storage.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The outbox in a database: SQLite or PostgreSQL. */
public final class DurableOutbox implements Outbox {
  private static final Schema SCHEMA = Schema.beside(DurableOutbox.class, "schema.sql");

  private final OutboxSettings settings;
  private final Clock clock;
  private final Database database;
  private final Store store;
  private final Pseudonym pseudonym;
  private final Claims claims = new Claims();
  private final Upkeep upkeep;
  private final People people;
  private final SenderLease lease;
  private final CopyOnWriteArrayList<Runnable> wakes = new CopyOnWriteArrayList<>();

  private DurableOutbox(
      OutboxSettings settings, Database database, Clock clock, LongSupplier nanos, Holder self) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    this.store = new Store(database);
    this.pseudonym = Pseudonym.of(store);
    this.upkeep = new Upkeep(database, store, settings.reserve());
    this.people = new People(store, upkeep, pseudonym, clock, this::wake);
    this.lease = new SenderLease(store, clock, nanos, settings.lease(), self, this::wake);
  }

  /**
   * Opens the outbox, making its tables where there are none.
   *
   * @param location a file of SQLite by its absolute path, or a server
   * @throws com.nexway.dmp.adapter.storage.StorageRefused if it must not be used as it is
   * @throws com.nexway.dmp.adapter.storage.StorageUnavailable if it cannot be reached now
   */
  public static DurableOutbox open(Location location, OutboxSettings settings, Clock clock) {
    return open(location, settings, clock, System::nanoTime, Holder.ofThisProcess(settings.node()));
  }

  static DurableOutbox open(
      Location location, OutboxSettings settings, Clock clock, LongSupplier nanos, Holder self) {
    Database database = Database.open(location);
    try {
      SCHEMA.apply(database);
      return new DurableOutbox(settings, database, clock, nanos, self);
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

  @Override
  public Lease lease() {
    return lease;
  }

  @Override
  public Accepted accept(Drafts drafts) {
    upkeep.refuseWithoutRoom();
    Acceptance acceptance = Acceptance.of(drafts, settings.supersede(), clock.millis(), pseudonym);
    Accepted accepted = store.write(acceptance::store);
    if (accepted.queued() + accepted.superseded() > 0) {
      wake();
    }
    return accepted;
  }

  @Override
  public Optional<Checkpoint> checkpoint(String source, String key) {
    String position = "SELECT position FROM checkpoint WHERE source = ? AND key = ?";
    return store.read(
        session ->
            session.first(position, row -> new Checkpoint(source, key, row.text(1)), source, key));
  }

  @Override
  public List<Entry> claim(Wanted wanted) {
    if (!lease.held()) {
      return List.of();
    }
    Claims.Taken taken =
        store.write(
            session -> claims.take(session, wanted, lease.epochIn(session), clock.millis()));
    if (taken.more()) {
      wake();
    }
    return taken.entries();
  }

  @Override
  public Waiting waiting() {
    return store.read(Claims::waiting);
  }

  @Override
  public void settle(List<Settlement> settlements) {
    int promoted =
        store.write(
            session -> {
              Tally tally = new Tally();
              int count =
                  new Settling(session, clock.millis(), tally)
                      .run(settlements, lease.epochIn(session));
              tally.store(session);
              return count;
            });
    if (promoted > 0) {
      wake();
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    if (!lease.held()) {
      return Optional.empty();
    }
    return store.read(Claims::nextDue);
  }

  @Override
  public Optional<Instant> oldestReady() {
    return store.read(session -> Claims.oldest(session, clock.millis()));
  }

  @Override
  public void onArrival(Runnable wake) {
    wakes.add(wake);
  }

  @Override
  public List<DeadLetter> unfiled(int most) {
    return store.read(session -> DeadLetters.unfiled(session, most));
  }

  @Override
  public void filed(Map<Long, String> files) {
    if (!files.isEmpty()) {
      store.write(session -> DeadLetters.filed(session, files));
    }
  }

  @Override
  public Map<Long, String> endings(Collection<Long> deadLetters) {
    return store.read(session -> DeadLetters.endings(session, deadLetters));
  }

  @Override
  public List<Resent> resend(List<Resend> letters) {
    List<Resent> resents =
        store.write(s -> new Resending(s, clock.millis(), pseudonym).send(letters));
    if (resents.stream().anyMatch(Resent.Queued.class::isInstance)) {
      wake();
    }
    return resents;
  }

  @Override
  public void pause(String source, String why) {
    store.write(
        session -> {
          Pauses.begin(session, source, why, clock.millis());
          return 0;
        });
  }

  @Override
  public void resume(String source) {
    store.write(
        session -> {
          Pauses.end(session, List.of(source));
          return 0;
        });
    wake();
  }

  @Override
  public List<Paused> paused() {
    return store.read(Pauses::all);
  }

  @Override
  public List<Count> counts() {
    return store.read(Tally::all);
  }

  @Override
  public Optional<String> trouble() {
    return upkeep.trouble();
  }

  @Override
  public Forgotten retain(RetentionSettings retention) {
    return upkeep.retain(retention, clock.millis());
  }

  @Override
  public Accounts accounts() {
    return new Accounts(store);
  }

  @Override
  public People people() {
    return people;
  }

  @Override
  public void backup(Path target) {
    upkeep.backup(target);
  }

  @Override
  public Optional<String> damage(BooleanSupplier goOn) {
    return upkeep.damage(goOn);
  }

  @Override
  public void close() {
    database.close();
  }

  private void wake() {
    wakes.forEach(Runnable::run);
  }
}

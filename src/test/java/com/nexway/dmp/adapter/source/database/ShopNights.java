package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.camel.JdbcExecutor;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.outbox.Count;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One source of a shop over days and nights, before a real outbox. */
final class ShopNights implements AutoCloseable {
  private static final String EVENT =
      """

      event:
        action: send data
        user: { email: "${mail}", firstName: "${note}" }
      """;

  private final Shop shop;
  private final Path home;
  private final DatabaseSettings settings;
  private final JdbcExecutor executor;
  private final SettableClock clock = new SettableClock();
  private final Outbox outbox;
  private String mapping = "";
  private SourceStates states = new SourceStates(clock);
  private DatabaseReader reader;

  /**
   * @param home a folder for the outbox
   * @param heading the key of the mapping, and what stands beside it
   */
  ShopNights(Path home, Shop shop, String heading, String... given) throws IOException {
    this.home = home;
    this.shop = shop;
    this.settings = Shop.settings("SELECT id, changed, mail, note FROM orders", given);
    this.executor = new JdbcExecutor(shop.pool(), Duration.ofMinutes(1));
    OutboxSettings usual = new OutboxSettings(Duration.ofSeconds(6), 64L << 20);
    this.outbox = Outbox.open(Location.of("jdbc:sqlite:" + home.resolve("o.db")), usual, clock);
    startWith(heading + EVENT);
  }

  /** The process ends, and another begins with a mapping of this text. */
  void startWith(String text) throws IOException {
    mapping = text;
    Files.writeString(home.resolve("orders.yaml"), mapping);
    states = new SourceStates(clock);
    reader =
        new DatabaseReader(
            name -> settings, Map.of("orders", mapping), outbox::checkpoint, states, clock);
  }

  /** The process is killed and begins anew. */
  void restart() throws IOException {
    startWith(mapping);
  }

  String mapping() {
    return mapping;
  }

  /** One run, to its end; how many events it queues. */
  int at(String now) throws SQLException {
    return at(now, Integer.MAX_VALUE);
  }

  /** One run, which is killed when so many batches are on disk. */
  int at(String now, int batches) throws SQLException {
    clock.set(Duration.between(clock.instant(), Instant.parse(now)));
    int queued = 0;
    int stored = 0;
    DatabasePoll poll = reader.begin("orders", shop.pool());
    while (poll.isOpen()) {
      Batch batch = executor.ask(poll.ask(), poll::answer);
      if (batch != null) {
        queued += accept(batch).queued();
        if (++stored == batches) {
          return queued;
        }
        poll.stored();
      }
    }
    reader.succeeded(poll);
    return queued;
  }

  /** Another source of the shop, a webhook, tells of a customer. */
  void webhook(String mail, String note) {
    SourceRecord record =
        new SourceRecord(
            new Origin("web", "a webhook"), Map.of("mail", mail, "note", note), List.of());
    accept(new Batch("web", settings.shop(), Lane.LIVE, List.of(record), List.of(), null));
  }

  private Accepted accept(Batch batch) {
    List<FileProblem> problems = new ArrayList<>();
    Mapping rules =
        Mappings.load(home.resolve("orders.yaml"), "orders.yaml", "orders", problems)
            .orElseThrow(() -> new AssertionError(problems));
    Mapper mapper =
        new Mapper(new Mappings(Map.of(), List.of()), new SuppressedAddresses(List.of()));
    List<Draft> drafts =
        batch.records().stream().map(record -> mapper.draft(record, rules)).toList();
    return outbox.accept(new Drafts(batch, drafts));
  }

  /** A number of the source, such as {@code missed}. */
  long count(String what) {
    return outbox.counts().stream()
        .filter(count -> count.what().toString().equals(what))
        .mapToLong(Count::number)
        .sum();
  }

  /** What health tells of the source, but for the database's clock, which no test sets. */
  List<String> told() {
    return states.all().stream()
        .map(SourceState::toMend)
        .flatMap(List::stream)
        .filter(words -> !words.contains("clock"))
        .toList();
  }

  /** Where the next run begins. */
  DatabasePosition position() {
    return DatabasePosition.of(outbox.checkpoint("orders", ""));
  }

  @Override
  public void close() {
    executor.close();
    outbox.close();
  }
}

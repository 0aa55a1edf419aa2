package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.camel.Databases;
import com.nexway.dmp.adapter.camel.JdbcExecutor;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A shop's database, as a test fills it, and as a source reads it. */
final class Shop implements AutoCloseable {
  private final String url;
  private final Databases databases;
  private final JdbcExecutor executor;

  Shop(String url) {
    this.url = url;
    DatabaseAccess access =
        new DatabaseAccess(url, "", new Secret(""), 2, Duration.ofSeconds(30), Map.of());
    this.databases = new Databases(Map.of("shop", access));
    this.executor = new JdbcExecutor(pool(), Duration.ofMinutes(1));
  }

  /** What sources read from. */
  DataSource pool() {
    return databases.of("shop");
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** All records of a query, as a first run reads them in pages of so many rows. */
  List<SourceRecord> records(int pageRows, String query, String... given) throws SQLException {
    return batches(new DatabaseLimits(pageRows, pageRows, 10_000, 1_000_000, 100_000), query, given)
        .stream()
        .flatMap(batch -> batch.records().stream())
        .toList();
  }

  /** What the longest text of a page takes that may have no cell of more than so many letters. */
  int longest(int most, String query) throws SQLException {
    DatabaseLimits limits = new DatabaseLimits(100, 1000, 10_000, 1_000_000, most);
    int[] longest = new int[1];
    executor.ask(
        Query.describe(settings(query), limits, pool()).since(null, 100, Order.OLDEST_FIRST),
        rows -> {
          while (rows.hasNext()) {
            for (Object cell : rows.next().values()) {
              longest[0] = Math.max(longest[0], String.valueOf(cell).length());
            }
          }
          return null;
        });
    return longest[0];
  }

  /** What a query gives that can be no record. */
  List<Unreadable> unreadable(String query, String... given) throws SQLException {
    return batches(new DatabaseLimits(100, 1000, 10_000, 1_000_000, 100_000), query, given).stream()
        .flatMap(batch -> batch.unreadable().stream())
        .toList();
  }

  List<Batch> batches(DatabaseLimits limits, String query, String... given) throws SQLException {
    List<Batch> batches = new ArrayList<>();
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    DatabaseRecords.of(settings(query, given), pool(), executor, Order.OLDEST_FIRST, now, limits)
        .forEachRemaining(batches::add);
    return batches;
  }

  /** One run of a source that goes on where another stood. */
  List<SourceRecord> run(DatabasePosition from, String query, String... given) throws SQLException {
    DatabaseSettings settings = settings(query, given);
    List<SourceRecord> records = new ArrayList<>();
    DatabasePoll poll = poll(settings, from);
    while (poll.isOpen()) {
      Batch batch = executor.ask(poll.ask(), poll::answer);
      if (batch != null) {
        records.addAll(batch.records());
        poll.stored();
      }
    }
    return records;
  }

  /** The runs of a source of this shop. */
  ShopRuns runs(String query, String... given) {
    return new ShopRuns(pool(), settings(query, given));
  }

  /** What check tells of a source. */
  TrialRun.Found trial(String query, String... given) throws SQLException {
    return TrialRun.of(settings(query, given), pool(), executor, Instant.now());
  }

  /** What is told of rows that have no time or no id. */
  String unreachable(String query) throws SQLException {
    DatabasePoll poll = poll(settings(query), DatabasePosition.UNREAD);
    poll.lookAround();
    while (poll.isOpen()) {
      executor.ask(poll.ask(), poll::answer);
    }
    return poll.unreachable();
  }

  /** Where a first run ends. */
  DatabasePosition position(String query) throws SQLException {
    List<Batch> batches = batches(DatabaseLimits.USUAL, query);
    return DatabasePosition.of(Optional.ofNullable(batches.get(batches.size() - 1).checkpoint()));
  }

  private DatabasePoll poll(DatabaseSettings settings, DatabasePosition from) throws SQLException {
    return DatabasePoll.run(
        Query.describe(settings, DatabaseLimits.USUAL, pool()),
        from,
        new RecentRecords(),
        Instant.parse("2026-11-24T12:00:00Z"));
  }

  @Override
  public void close() {
    executor.close();
    databases.close();
  }

  static DatabaseSettings settings(String query, String... given) {
    List<String> all = new ArrayList<>(List.of("mapping", "orders", "database", "shop"));
    all.addAll(List.of("query", query, "time-column", "changed", "id-column", "id"));
    all.addAll(List.of(given));
    List<FileProblem> problems = new ArrayList<>();
    Optional<DatabaseSettings> settings =
        DatabaseSettings.from(
            "orders",
            SourceParameters.of(problems, "orders", "database", all.toArray(new String[0])),
            ZoneId.of("UTC"));
    assertThat(problems).isEmpty();
    return settings.orElseThrow();
  }
}

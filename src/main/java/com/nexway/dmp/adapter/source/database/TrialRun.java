package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a source would find, found by one that stores nothing: it asks a run's own
 * questions, and reads the first page of the oldest records and that of the newest.
 */
public final class TrialRun {
  /** Records of each page that are handed on. */
  private static final int KEPT = 100;

  private final DatabaseSettings settings;
  private final QueryExecutor executor;
  private final Query query;
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /** By place: a small table's oldest records are its newest, too. */
  private final Map<String, SourceRecord> records = new LinkedHashMap<>();

  private TrialRun(DatabaseSettings settings, QueryExecutor executor, Query query) {
    this.settings = settings;
    this.executor = executor;
    this.query = query;
  }

  /**
   * What was found, as sentences.
   *
   * @param problems what keeps records from being sent
   * @param remarks what may be so, and may be a mistake
   * @param records some of the oldest and some of the newest
   */
  public record Found(List<String> problems, List<String> remarks, List<SourceRecord> records) {}

  /**
   * Reads two pages and looks at all rows that no run reaches.
   *
   * @param now the time on this machine
   * @throws QueryRefused where the query cannot be a source
   * @throws SQLException where the database is away or refuses a question
   */
  public static Found of(
      DatabaseSettings settings, DataSource database, QueryExecutor executor, Instant now)
      throws SQLException {
    TrialRun trial =
        new TrialRun(settings, executor, Query.describe(settings, DatabaseLimits.USUAL, database));
    trial.unreachable();
    for (Order order : Order.values()) {
      trial.page(DatabaseRecords.of(settings, database, executor, order, now));
    }
    String newest = trial.only(trial.query.newest());
    if (newest != null) {
      trial.clocks(newest, now);
      trial.remarks.addAll(new PollPlan(trial.query, executor).advice(newest));
    }
    return new Found(
        trial.problems.stream().distinct().toList(),
        trial.remarks.stream().filter(told -> !told.isEmpty()).distinct().toList(),
        List.copyOf(trial.records.values()));
  }

  private void unreachable() throws SQLException {
    String count = only(query.unreachable());
    if (count != null && !count.equals("0")) {
      problems.add(query.unreachable(Long.parseLong(count)));
    }
  }

  private void page(Iterator<Batch> pages) throws SQLException {
    Batch page;
    try {
      page = pages.hasNext() ? pages.next() : null;
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof SQLException broken) {
        throw broken;
      }
      throw e;
    }
    if (page != null) {
      refused(page.unreadable());
      page.records().forEach(this::odd);
      page.records().stream()
          .limit(KEPT)
          .forEach(record -> records.putIfAbsent(record.origin().place(), record));
    }
  }

  /** Records that would be dead letters: each reason once. */
  private void refused(List<Unreadable> unreadable) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Unreadable record : unreadable) {
      Problem problem = record.problems().get(0);
      byReason
          .computeIfAbsent(problem.message(), reason -> new ArrayList<>())
          .add(record.origin().place());
    }
    byReason.forEach(
        (reason, places) ->
            problems.add(
                "%s would not be read%s: %s"
                    .formatted(places.get(0), others(places.size() - 1), reason)));
  }

  private static String others(int count) {
    return count == 0 ? "" : count == 1 ? ", nor 1 other" : ", nor %,d others".formatted(count);
  }

  /** Values that are none of their column's type; never shown, for they may be a person's. */
  private void odd(SourceRecord record) {
    Map<String, String> first = new TreeMap<>();
    for (Map<String, Object> row : record.rows()) {
      for (QueryColumn column : query.columns()) {
        if (column.isOdd(row.get(column.name()))) {
          first.putIfAbsent(column.name(), column.type());
        }
      }
    }
    first.forEach(
        (column, type) -> {
          String words = "'%s' is a %s that holds no true one in some rows".formatted(column, type);
          if (remarks.stream().noneMatch(told -> told.startsWith(words))) {
            remarks.add(
                words
                    + ", such as "
                    + record.origin().place()
                    + "; the mapping gets the text that the database shows");
          }
        });
  }

  /** The newest record may be of another clock than the database's, and that another than ours. */
  private void clocks(String newest, Instant now) throws SQLException {
    ServerClock clock = ServerClock.read(only(query.clock()), now);
    if (clock != null) {
      remarks.add(clock.words());
      ahead(newest, clock.time());
    }
  }

  private void ahead(String newest, Instant database) {
    Duration ahead = query.time().ahead(newest, database);
    if (ahead.compareTo(ServerClock.APART) > 0) {
      boolean zoned = query.timeColumn().kind() != ColumnKind.INSTANT;
      remarks.add(
          ("the newest '%s' is %s, which is %s ahead of the database's clock%s; or correct the rows"
                  + " that are dated ahead")
              .formatted(
                  settings.timeColumn(),
                  newest,
                  ServerClock.length(ahead),
                  zoned
                      ? ", read as a time of %s: set zone to that of the shop"
                          .formatted(settings.zone())
                      : ": set the clock of whatever writes it"));
    }
  }

  private @Nullable String only(Question question) throws SQLException {
    return executor.<@Nullable String>ask(question, CellValues::next);
  }
}

package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.camel.JdbcExecutor;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Unreadable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The runs of one source, one behind another, each where the last one stood. */
final class ShopRuns implements AutoCloseable {
  private final DatabaseSettings settings;
  private final DataSource database;
  private final JdbcExecutor executor;
  private final RecentRecords recent = new RecentRecords();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private DatabasePosition position = DatabasePosition.UNREAD;
  private String ahead = "";

  ShopRuns(DataSource database, DatabaseSettings settings) {
    this.settings = settings;
    this.database = database;
    this.executor = new JdbcExecutor(database, Duration.ofMinutes(1));
  }

  /** The ids of the records that a run hands over, but for those that it looks at again. */
  List<Long> at(String now) throws SQLException {
    DatabasePoll poll =
        DatabasePoll.run(
            Query.describe(settings, DatabaseLimits.USUAL, database),
            position.inShape(0, settings, Instant.parse(now)),
            recent,
            Instant.parse(now));
    recent.nextRun();
    List<Long> ids = new ArrayList<>();
    while (poll.isOpen()) {
      Batch batch = executor.ask(poll.ask(), poll::answer);
      if (batch != null) {
        if (batch.look() == null) {
          batch.records().forEach(record -> ids.add(id(record.fields())));
        }
        unreadable.addAll(batch.unreadable());
        position = DatabasePosition.of(Optional.of(batch.checkpoint()));
        poll.stored();
      }
    }
    ahead = poll.ahead();
    return ids;
  }

  private static Long id(Map<String, Object> fields) {
    Map<String, Object> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    any.putAll(fields);
    return (Long) any.get("id");
  }

  /** What the last run tells of rows ahead of the clock. */
  String ahead() {
    return ahead;
  }

  /** What no record could be made of, of all runs. */
  List<Unreadable> unreadable() {
    return unreadable;
  }

  @Override
  public void close() {
    executor.close();
  }
}

package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.SourceStates;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The runs through the shops' databases: where each begins, and how it ended. */
public final class DatabaseReader {
  private static final String UNREACHABLE = "records without time or id";
  private static final String AHEAD = "records ahead of the clock";

  private final Function<String, DatabaseSettings> settings;
  private final Checkpoints checkpoints;
  private final SourceStates states;
  private final Clock clock;
  private final Map<String, RecentRecords> known = new ConcurrentHashMap<>();

  /**
   * @param settings the settings of a source by its name
   */
  public DatabaseReader(
      Function<String, DatabaseSettings> settings,
      Checkpoints checkpoints,
      SourceStates states,
      Clock clock) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Begins a run.
   *
   * @param database the source's database
   */
  public DatabasePoll begin(String source, DataSource database) throws SQLException {
    DatabaseSettings of = settings.apply(source);
    boolean first = !known.containsKey(source);
    RecentRecords recent = known.computeIfAbsent(source, name -> new RecentRecords());
    DatabasePoll poll =
        new DatabasePoll(
            of,
            DatabaseLimits.USUAL,
            Query.describe(of, database),
            DatabasePosition.of(checkpoints.find(source, "")),
            recent,
            clock.instant());
    recent.nextRun();
    if (first) {
      poll.lookForUnreachable();
    }
    return poll;
  }

  /** A run ended well. */
  public void succeeded(DatabasePoll poll) {
    String source = poll.source();
    states.succeeded(source);
    states.mended(source, "");
    poll.ahead()
        .ifPresentOrElse(
            words -> states.failed(source, AHEAD, words), () -> states.mended(source, AHEAD));
    poll.unreachable().ifPresent(words -> states.failed(source, UNREACHABLE, words));
  }

  /**
   * A run failed; the next one begins where this one began.
   *
   * @param why the failure in words
   * @param fault the exception where the program itself is to blame
   */
  public void failed(String source, String why, @Nullable Throwable fault) {
    states.failed(source, "", "the database could not be read: " + why, fault);
  }

  /** Whether a run fell due while the adapter was off. */
  public boolean missed(String source) {
    DatabasePosition position = DatabasePosition.of(checkpoints.find(source, ""));
    return settings.apply(source).schedule().missed(position.ran(), clock.instant());
  }
}

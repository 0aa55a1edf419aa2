package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.SourceStates;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The runs through the shops' databases: where each begins, and how it ended. */
public final class DatabaseReader {
  /** Rows that come without a time are told within the hour. */
  private static final Duration COUNT_EVERY = Duration.ofMinutes(30);

  private static final String UNREACHABLE = "records without time or id";
  private static final String AHEAD = "records ahead of the clock";
  private static final String CLOCK = "the database's clock";
  private static final String MISSED = "records that were missed";

  private final Function<String, DatabaseSettings> settings;
  private final Map<String, String> mappings;
  private final Checkpoints checkpoints;
  private final SourceStates states;
  private final Clock clock;
  private final Map<String, RecentRecords> known = new ConcurrentHashMap<>();

  /** When the last run of each source began. */
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();

  /** When a run of each source looked around last: what it asks each time costs too much. */
  private final Map<String, Instant> counts = new ConcurrentHashMap<>();

  /**
   * @param settings the settings of a source by its name
   * @param mappings the texts of the mappings by their names
   */
  public DatabaseReader(
      Function<String, DatabaseSettings> settings,
      Map<String, String> mappings,
      Checkpoints checkpoints,
      SourceStates states,
      Clock clock) {
    this.settings = settings;
    this.mappings = mappings;
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
    Instant now = clock.instant();
    RecentRecords recent = known.computeIfAbsent(source, name -> new RecentRecords());
    DatabasePoll poll =
        DatabasePoll.run(
            Query.describe(of, DatabaseLimits.USUAL, database), position(of, now), recent, now);
    recent.nextRun();
    Instant counted = counts.get(source);
    if (counted == null || !now.isBefore(counted.plus(COUNT_EVERY))) {
      poll.lookAround();
    }
    begun.put(source, now);
    states.doing(source, "reading since " + now.truncatedTo(ChronoUnit.SECONDS));
    return poll;
  }

  private DatabasePosition position(DatabaseSettings source, Instant now) {
    DatabasePosition position = DatabasePosition.of(checkpoints.find(source.name(), ""));
    int shape = Objects.hash(source.query(), mappings.get(source.mapping()));
    return position.inShape(shape, source, now);
  }

  /** A run ended well. */
  public void succeeded(DatabasePoll poll) {
    String source = poll.source();
    states.succeeded(source);
    states.mended(source, "");
    tell(source, AHEAD, poll.ahead());
    tell(source, MISSED, poll.missed());
    states.doing(source, next(source));
    String unreachable = poll.unreachable();
    if (unreachable != null) {
      lookedAround(poll, unreachable);
    }
  }

  /** A run read all there is, but what no cursor reaches could not be counted. */
  public void uncounted(DatabasePoll poll, String why) {
    succeeded(poll);
    lookedAround(poll, "rows without time or id could not be counted: " + why);
  }

  private void lookedAround(DatabasePoll poll, String unreachable) {
    counts.put(poll.source(), clock.instant());
    tell(poll.source(), UNREACHABLE, unreachable);
    tell(poll.source(), CLOCK, poll.clock());
  }

  /** What is wrong about a subject; that nothing is where there are no words. */
  private void tell(String source, String subject, String words) {
    if (words.isEmpty()) {
      states.mended(source, subject);
    } else {
      states.failed(source, subject, words);
    }
  }

  /**
   * A run failed; the next one begins where this one began.
   *
   * @param why the failure in words
   * @param fault the exception where the program itself is to blame
   */
  public void failed(String source, String why, @Nullable Throwable fault) {
    states.failed(source, "", "the database could not be read: " + why, fault);
    states.doing(source, next(source));
  }

  private String next(String source) {
    Instant began = begun.getOrDefault(source, clock.instant());
    Instant next = settings.apply(source).schedule().next(began);
    return "next at " + next.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether a run fell due while the adapter was off. */
  public boolean missed(String source) {
    DatabasePosition position = DatabasePosition.of(checkpoints.find(source, ""));
    return settings.apply(source).schedule().missed(position.ran(), clock.instant());
  }
}

package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run through a database: question after question, until a page is not full; once a night it
 * looks back as well. It is told the answers and that their batches were stored; it asks no
 * database itself.
 */
public final class DatabasePoll {
  private enum Step {
    CLOCK,
    NEWEST,
    PAGES,
    TIMES,
    LOOK,
    UNREACHABLE,
    ENDED
  }

  private final DatabaseSettings settings;
  private final Query query;
  private final Instant began;
  private final RunProgress progress;
  private final HandOver handOver;
  private final Walk walk;
  private final @Nullable LookBack lookBack;

  private Step step;
  private Step behindTimes = Step.PAGES;
  private Step last = Step.ENDED;
  private DatabasePosition stored;
  private DatabasePosition next;
  private List<RowsOfOne> held = List.of();

  /** What found the records of the last page; null where the usual run did. */
  private @Nullable LookBack again;

  private @Nullable Long unreachable;
  private @Nullable ServerClock clock;

  private DatabasePoll(
      Query query,
      RunStart from,
      Order order,
      DatabasePosition stored,
      RecentRecords recent,
      Instant began) {
    this.settings = query.settings();
    this.query = query;
    this.began = began;
    this.handOver = new HandOver(settings, recent);
    this.progress = new RunProgress(query, from, began);
    this.walk = new Walk(query, order, from);
    this.lookBack =
        stored
            .look(began, settings.zone())
            .flatMap(look -> LookBack.of(query, stored, look, from))
            .orElse(null);
    this.stored = stored;
    this.next = stored;
    this.step = firstStep();
  }

  /**
   * A run as a source makes it.
   *
   * @param stored how far the last runs came
   * @param began now
   * @throws QueryRefused where those went by another column
   */
  static DatabasePoll run(Query query, DatabasePosition stored, RecentRecords recent, Instant began)
      throws QueryRefused {
    RunStart from = RunStart.of(query.settings(), query.time(), stored);
    return new DatabasePoll(query, from, Order.OLDEST_FIRST, stored, recent, began);
  }

  /** Reads all records from one end on, for somebody who stores nothing. */
  static DatabasePoll through(Query query, Order way, Instant now) {
    DatabasePosition unread = DatabasePosition.UNREAD;
    DatabasePoll poll =
        new DatabasePoll(query, RunStart.ANYWHERE, way, unread, new RecentRecords(), now);
    poll.step = Step.PAGES;
    return poll;
  }

  private Step firstStep() {
    boolean fromNow = settings.start() instanceof Start.Now;
    return fromNow && stored.isUnread() ? Step.NEWEST : Step.PAGES;
  }

  /**
   * Looks at the database's clock first, and at the end for records that no cursor reaches: to
   * count them may take long, or fail.
   */
  void lookAround() {
    step = Step.CLOCK;
    last = Step.UNREACHABLE;
  }

  /** Whether all is read, and the records that no cursor reaches are counted. */
  public boolean isCounting() {
    return step == Step.UNREACHABLE;
  }

  /** Whether there is another question. */
  public boolean isOpen() {
    return step != Step.ENDED;
  }

  /** The next question. */
  public Question ask() {
    return switch (step) {
      case UNREACHABLE -> query.unreachable();
      case CLOCK -> query.clock();
      case NEWEST -> query.newest();
      case TIMES -> query.severalTimes(held.stream().map(each -> each.cursor().id()).toList());
      case LOOK -> looking().ask();
      default -> walk.ask();
    };
  }

  private LookBack looking() {
    return Objects.requireNonNull(lookBack, "only a run that looks back comes to this step");
  }

  /**
   * Takes the answer to the last question.
   *
   * @return what is to be stored, and told by {@link #stored}; null where there is nothing
   * @throws SQLException where the rows end early, or do not go on
   */
  public @Nullable Batch answer(Iterator<Map<String, Object>> found) throws SQLException {
    return switch (step) {
      case UNREACHABLE -> {
        unreachable = Long.valueOf(String.valueOf(CellValues.next(found)));
        step = Step.ENDED;
        yield null;
      }
      case CLOCK -> {
        clock = ServerClock.read(CellValues.next(found), began);
        step = firstStep();
        yield null;
      }
      case NEWEST -> {
        String newest = CellValues.next(found);
        String at = newest == null ? null : query.time().atMost(newest, began);
        next = stored.ended(at == null ? null : new Cursor(at, null), began);
        step = last;
        yield batch(List.of());
      }
      case TIMES -> {
        while (found.hasNext()) {
          String id = CellValues.next(found);
          held.stream().filter(each -> each.isOf(id)).forEach(RowsOfOne::refuseTimes);
        }
        step = behindTimes;
        yield batch(held);
      }
      case LOOK -> lookBack(looking(), found);
      default -> page(walk.answer(found));
    };
  }

  private @Nullable Batch page(@Nullable List<RowsOfOne> groups) {
    if (groups == null) {
      return null;
    }
    next = stored.at(progress.behind(stored.cursor(), groups));
    if (!walk.goesOn()) {
      next = next.ended(next.cursor(), began);
      step = lookBack == null ? last : Step.LOOK;
    }
    again = null;
    List<RowsOfOne> fresh = handOver.fresh(groups);
    if (!fresh.isEmpty()) {
      return hold(fresh);
    }
    return isWorthStoring() ? batch(fresh) : null;
  }

  /** Asks for several times of these first. */
  private @Nullable Batch hold(List<RowsOfOne> groups) {
    held = groups;
    behindTimes = step;
    step = Step.TIMES;
    return null;
  }

  private @Nullable Batch lookBack(LookBack look, Iterator<Map<String, Object>> found)
      throws SQLException {
    List<RowsOfOne> groups = look.answer(found);
    if (groups == null) {
      return null;
    }
    again = look;
    next = next.with(look.state());
    step = groups.isEmpty() ? last : step;
    return groups.isEmpty() ? batch(groups) : hold(groups);
  }

  private boolean isWorthStoring() {
    boolean cron = settings.schedule() instanceof Schedule.Cron;
    return (step != Step.PAGES && (cron || stored.firstRun()))
        || !Objects.equals(next.cursor(), stored.cursor());
  }

  private Batch batch(List<RowsOfOne> groups) {
    Lane lane = stored.firstRun() ? Lane.BACKFILL : Lane.LIVE;
    return handOver.batch(groups, again, lane, next);
  }

  /** The batch of the last answer is on disk. */
  public void stored() {
    handOver.stored();
    stored = next;
  }

  String source() {
    return settings.name();
  }

  /** What the last nightly look found; empty where that is nothing. */
  String missed() {
    return stored.look() == null ? "" : stored.look().words();
  }

  /** What is to be told of rows ahead of the clock; empty where nothing is. */
  String ahead() {
    return progress.ahead();
  }

  /** That the database's clock shows another time; empty where it does not, or was not asked. */
  String clock() {
    return clock == null ? "" : clock.words();
  }

  /** That rows have no time or no id; empty where none has not, null where that was not asked. */
  @Nullable String unreachable() {
    return unreachable == null ? null : unreachable == 0 ? "" : query.unreachable(unreachable);
  }
}

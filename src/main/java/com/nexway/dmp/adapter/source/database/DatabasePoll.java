package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run through a database: question after question, until a page is not full. It is told the
 * answers and that their batches were stored; it asks no database itself.
 */
public final class DatabasePoll {
  private enum Step {
    UNREACHABLE,
    NEWEST,
    PAGES,
    TIMES,
    ENDED
  }

  private final DatabaseSettings settings;
  private final DatabaseLimits limits;
  private final Query query;
  private final RecentRecords recent;
  private final Instant began;
  private final RowsAhead ahead;

  private Order order = Order.OLDEST_FIRST;
  private Step step;
  private Step behindTimes = Step.PAGES;
  private int rows;
  private @Nullable Cursor behind;
  private @Nullable String since;
  private @Nullable Instant start;
  private DatabasePosition stored;
  private DatabasePosition next;
  private List<RowsOfOne> held = List.of();
  private List<RowsOfOne> handedOver = List.of();
  private @Nullable Long unreachable;

  /** Whether the checkpoint was reached: ids have an order that only the database knows. */
  private boolean beyond;

  /**
   * @param stored how far the last runs came
   * @param began now
   */
  DatabasePoll(
      DatabaseSettings settings,
      DatabaseLimits limits,
      Query query,
      DatabasePosition stored,
      RecentRecords recent,
      Instant began) {
    this.settings = settings;
    this.limits = limits;
    this.query = query;
    this.recent = recent;
    this.began = began;
    this.ahead = new RowsAhead(settings);
    this.stored = stored;
    this.next = stored;
    this.rows = limits.firstRows();
    RunStart from = RunStart.of(settings, query.time(), stored);
    this.behind = from.behind();
    this.since = from.since();
    this.start = from.start();
    this.beyond = behind != null;
    this.step = firstStep();
  }

  private Step firstStep() {
    boolean fromNow = settings.start() instanceof Start.Now;
    return fromNow && stored.equals(DatabasePosition.UNREAD) ? Step.NEWEST : Step.PAGES;
  }

  /** Looks for records first that no cursor reaches. */
  void lookForUnreachable() {
    step = Step.UNREACHABLE;
  }

  /** Reads all records from the beginning, for somebody who stores nothing. */
  void lookThrough(Order way) {
    order = way;
    start = null;
    step = Step.PAGES;
  }

  /** Whether there is another question. */
  public boolean isOpen() {
    return step != Step.ENDED;
  }

  /** The next question. */
  public Question ask() {
    return switch (step) {
      case UNREACHABLE -> query.unreachable();
      case NEWEST -> query.newest();
      case TIMES -> query.severalTimes(held.stream().map(each -> each.cursor().id()).toList());
      default ->
          behind != null
              ? query.behind(behind, rows, order)
              : start == null ? query.since(since, rows, order) : query.start(start, rows, order);
    };
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
        step = firstStep();
        yield null;
      }
      case NEWEST -> {
        String newest = CellValues.next(found);
        String at = newest == null ? null : query.time().atMost(newest, began);
        next = new DatabasePosition(at == null ? null : new Cursor(at, null), false, began);
        step = Step.ENDED;
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
      default -> page(Page.read(settings, query, found, limits));
    };
  }

  private @Nullable Batch page(Page page) throws SQLException {
    boolean full = page.cut() || page.rows() >= rows;
    boolean onlyOne = page.groups().size() == 1;
    if (full && onlyOne && !page.cut()) {
      if (page.rows() <= limits.groupRows()) {
        rows = Math.min(rows * 4, limits.groupRows() + 1);
        return null;
      }
      page.groups().get(0).refuseSize(limits.groupRows());
    }
    List<RowsOfOne> groups = full ? page.whole() : page.groups();
    rows = limits.next(page.rows(), page.bytes());
    if (!groups.isEmpty()) {
      goOn(groups.get(groups.size() - 1).cursor());
    }
    next = new DatabasePosition(furthest(groups), stored.firstRun(), stored.ran());
    if (!full) {
      step = Step.ENDED;
      next = new DatabasePosition(next.cursor(), false, began);
    }
    List<RowsOfOne> fresh = groups.stream().filter(group -> !group.isKnownTo(recent)).toList();
    if (fresh.isEmpty()) {
      return isWorthStoring() ? batch(fresh) : null;
    }
    held = fresh;
    behindTimes = step;
    step = Step.TIMES;
    return null;
  }

  /** A page that ends where the one before it ended would be read for ever. */
  private void goOn(Cursor last) throws SQLException {
    if (last.equals(behind)) {
      throw new QueryRefused(
          ("page after page ends with the same record (id %s, %s %s), for the database does not find"
                  + " what lies behind it; let the query make the column of the id a plain text or"
                  + " number, as in CAST(%4$s AS CHAR(40)) AS %4$s")
              .formatted(last.id(), settings.timeColumn(), last.time(), settings.idColumn()));
    }
    behind = last;
  }

  /**
   * The checkpoint never goes back, and never beyond now: what lies ahead of the clock is handed
   * over, and looked at again with all that comes behind it until the clock has passed it.
   */
  private @Nullable Cursor furthest(List<RowsOfOne> groups) {
    Cursor furthest = stored.cursor();
    TimeColumn time = query.time();
    for (RowsOfOne group : groups) {
      Cursor cursor = group.cursor();
      int order = furthest == null ? -1 : time.compare(furthest.time(), cursor.time());
      beyond = beyond || order < 0 || cursor.equals(furthest);
      if (ahead.isAhead(cursor, time, began)) {
        continue;
      }
      if (beyond && order <= 0) {
        furthest = cursor;
      }
    }
    return furthest;
  }

  private boolean isWorthStoring() {
    boolean cron = settings.schedule() instanceof Schedule.Cron;
    return (step == Step.ENDED && (cron || stored.firstRun()))
        || !Objects.equals(next.cursor(), stored.cursor());
  }

  private Batch batch(List<RowsOfOne> groups) {
    List<SourceRecord> records = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    groups.forEach(group -> group.addTo(records, unreadable));
    handedOver = groups;
    Lane lane = stored.firstRun() ? Lane.BACKFILL : Lane.LIVE;
    return new Batch(
        settings.name(),
        settings.shop(),
        lane,
        records,
        unreadable,
        next.checkpoint(settings.name()));
  }

  /** The batch of the last answer is on disk. */
  public void stored() {
    handedOver.forEach(group -> group.rememberIn(recent));
    handedOver = List.of();
    stored = next;
  }

  String source() {
    return settings.name();
  }

  /** What is to be told of rows ahead of the clock; empty where nothing is. */
  Optional<String> ahead() {
    return ahead.words(query.time());
  }

  /** That rows have no time or no id; empty where none has not, null where that was not asked. */
  @Nullable String unreachable() {
    return unreachable == null ? null : unreachable == 0 ? "" : query.unreachable(unreachable);
  }
}

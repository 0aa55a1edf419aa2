package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    ENDED
  }

  private final DatabaseSettings settings;
  private final Dialect dialect;
  private final RecentRecords recent;
  private final Instant began;
  private final Order order;

  private Step step;
  private int rows;
  private @Nullable Cursor behind;
  private @Nullable Object since;
  private DatabasePosition stored;
  private DatabasePosition next;
  private List<RowsOfOne> handedOver = List.of();
  private boolean unreachable;

  /**
   * @param stored how far the last runs came
   * @param lookForUnreachable whether to look for records that no cursor reaches
   * @param began now
   * @param order which way it is read; backwards only by somebody who stores nothing
   */
  DatabasePoll(
      DatabaseSettings settings,
      Dialect dialect,
      DatabasePosition stored,
      RecentRecords recent,
      boolean lookForUnreachable,
      Instant began,
      Order order) {
    this.settings = settings;
    this.dialect = dialect;
    this.recent = recent;
    this.began = began;
    this.order = order;
    this.stored = stored;
    this.next = stored;
    this.rows = settings.limits().pageRows();
    startFrom(stored);
    this.step = lookForUnreachable ? Step.UNREACHABLE : firstStep();
  }

  private void startFrom(DatabasePosition position) {
    Cursor cursor = position.cursor();
    if (cursor != null) {
      since =
          position.firstRun()
              ? null
              : cursor.minus(settings.overlap()).map(settings.start()::noEarlier).orElse(null);
      behind = since == null ? cursor : null;
    } else if (settings.start() instanceof Start.At at) {
      since = at.time();
    }
  }

  private Step firstStep() {
    boolean fromNow = settings.start() instanceof Start.Now;
    return fromNow && stored.equals(DatabasePosition.UNREAD) ? Step.NEWEST : Step.PAGES;
  }

  /** Whether there is another question. */
  public boolean isOpen() {
    return step != Step.ENDED;
  }

  /** The next question. */
  public Question ask() {
    return switch (step) {
      case UNREACHABLE -> Question.unreachable(settings, dialect);
      case NEWEST -> Question.newest(settings);
      default -> {
        if (behind != null) {
          yield Question.behind(settings, dialect, behind, rows, order);
        }
        yield since == null
            ? Question.first(settings, dialect, rows, order)
            : Question.since(settings, dialect, since, rows);
      }
    };
  }

  /**
   * Takes the answer to the last question.
   *
   * @return what is to be stored, and told by {@link #stored}; null where there is nothing
   */
  public @Nullable Batch answer(List<Map<String, Object>> found) {
    switch (step) {
      case UNREACHABLE -> {
        unreachable = !found.isEmpty();
        step = firstStep();
        return null;
      }
      case NEWEST -> {
        Object newest = found.isEmpty() ? null : found.get(0).values().iterator().next();
        next = new DatabasePosition(newest == null ? null : new Cursor(newest, null), false, began);
        step = Step.ENDED;
        return batch(List.of());
      }
      default -> {
        return page(found);
      }
    }
  }

  private @Nullable Batch page(List<Map<String, Object>> found) {
    boolean full = found.size() >= rows;
    List<RowsOfOne> groups = RowsOfOne.of(settings, found);
    int most = settings.limits().groupRows();
    if (full && groups.size() == 1 && found.size() <= most) {
      rows = Math.min(rows * 2, most + 1);
      return null;
    }
    if (full && groups.size() > 1) {
      groups = groups.subList(0, groups.size() - 1);
    }
    rows = settings.limits().pageRows();
    if (!groups.isEmpty()) {
      behind = groups.get(groups.size() - 1).cursor();
    }
    next = new DatabasePosition(furthest(groups), stored.firstRun(), stored.ran());
    if (!full) {
      step = Step.ENDED;
      next = new DatabasePosition(next.cursor(), false, began);
    }
    List<RowsOfOne> fresh = groups.stream().filter(group -> !group.isKnownTo(recent)).toList();
    return fresh.isEmpty() && !isWorthStoring() ? null : batch(fresh);
  }

  /**
   * The checkpoint never goes back, and never beyond now: a date far ahead would stop the source.
   */
  private @Nullable Cursor furthest(List<RowsOfOne> groups) {
    Cursor furthest = stored.cursor();
    for (RowsOfOne group : groups) {
      Cursor cursor = group.cursor();
      boolean further = furthest == null || furthest.isBefore(cursor);
      if (further && !cursor.isAhead(began)) {
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
    return new Batch(settings.name(), lane, records, unreadable, next.checkpoint(settings.name()));
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

  /** Whether there are records without a time or an id. */
  boolean hasUnreachable() {
    return unreachable;
  }
}

package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.record.SecondLook;
import com.nexway.dmp.adapter.source.NightlyLook;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The nightly look through a database: from the record that changed last back to three days before
 * the cursor. What the usual run has just read is only noted, so that no older record of a key is
 * taken for its newest.
 */
final class LookBack {
  private final Walk walk;
  private final TimeColumn time;
  private final Cursor cursor;
  private final Instant cursorAt;
  private final RunStart usual;
  private final Instant least;
  private final SecondLook look = new SecondLook();
  private NightlyLook state;
  private boolean behind;

  private LookBack(
      Walk walk,
      NightlyLook state,
      TimeColumn time,
      Cursor cursor,
      Instant cursorAt,
      RunStart usual,
      Instant least) {
    this.walk = walk;
    this.state = state;
    this.time = time;
    this.cursor = cursor;
    this.cursorAt = cursorAt;
    this.usual = usual;
    this.least = least;
  }

  /**
   * @param stored where the usual run began
   * @param state how it stands with the look that begins
   * @param usual how it began
   * @return empty where nothing lies behind its beginning, or nobody can tell how far
   */
  static Optional<LookBack> of(
      Query query, DatabasePosition stored, NightlyLook state, RunStart usual) {
    TimeColumn time = query.time();
    Cursor cursor = stored.cursor();
    Instant at = cursor == null ? null : time.moment(cursor.time());
    if (cursor == null || at == null || usual.start() != null) {
      return Optional.empty();
    }
    Instant start = query.settings().start() instanceof Start.At from ? from.moment() : null;
    Instant least = later(later(at.minus(NightlyLook.REACH), start), state.since());
    Walk walk = new Walk(query, Order.NEWEST_FIRST, RunStart.ANYWHERE);
    return Optional.of(new LookBack(walk, state, time, cursor, at, usual, least));
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  Question ask() {
    return walk.ask();
  }

  /** What is handed over with records, which are stored with how the look stands then. */
  SecondLook look(List<RowsOfOne> groups, Function<NightlyLook, Checkpoint> checkpoint) {
    look.begin(missed -> checkpoint.apply(state(groups, missed)));
    return look;
  }

  /**
   * Reads a page.
   *
   * @return records to be handed over, the newest first; empty where the look has ended; null where
   *     the page is to be asked for again
   */
  @Nullable List<RowsOfOne> answer(Iterator<Map<String, Object>> found) throws SQLException {
    List<RowsOfOne> groups = walk.answer(found);
    if (groups == null) {
      return null;
    }
    List<RowsOfOne> taken = look.isFull() ? List.of() : taken(groups);
    if (taken.isEmpty()) {
      state = state.end();
    }
    return taken;
  }

  private List<RowsOfOne> taken(List<RowsOfOne> groups) {
    if (!behind) {
      List<RowsOfOne> read = first(groups, this::isReadByUsualRuns);
      if (!read.isEmpty()) {
        walk.goBackTo(read.get(read.size() - 1).cursor());
        return read;
      }
      behind = true;
      look.goBehind();
    }
    return first(groups, this::isLateEnough);
  }

  private static List<RowsOfOne> first(List<RowsOfOne> groups, Predicate<RowsOfOne> which) {
    return groups.stream().takeWhile(which).toList();
  }

  private boolean isReadByUsualRuns(RowsOfOne group) {
    String changed = group.cursor().time();
    return usual.since() == null
        ? time.compare(changed, cursor.time()) > 0
        : time.compare(changed, usual.since()) >= 0;
  }

  private boolean isLateEnough(RowsOfOne group) {
    Instant changed = time.moment(group.cursor().time());
    return changed == null || !changed.isBefore(least);
  }

  /** How it stands, as the checkpoint keeps it. */
  NightlyLook state() {
    return state;
  }

  /** The same with those of the records that were missed. */
  private NightlyLook state(List<RowsOfOne> groups, Set<String> missed) {
    NightlyLook with = state;
    for (RowsOfOne group : groups) {
      with = missed.contains(group.place()) ? with.found(behindCursor(group)) : with;
    }
    return with;
  }

  /** Records of the last page are on disk. */
  void stored(List<RowsOfOne> groups) {
    state = state(groups, look.missed());
  }

  private Duration behindCursor(RowsOfOne group) {
    Instant changed = time.moment(group.cursor().time());
    return changed == null ? NightlyLook.REACH : Duration.between(changed, cursorAt);
  }
}

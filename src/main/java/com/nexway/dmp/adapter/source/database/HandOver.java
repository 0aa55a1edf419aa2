package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that a run has handed over and of which it does not know yet whether they are kept.
 */
final class HandOver {
  private final DatabaseSettings settings;
  private final RecentRecords recent;
  private List<RowsOfOne> groups = List.of();
  private @Nullable LookBack by;

  HandOver(DatabaseSettings settings, RecentRecords recent) {
    this.settings = settings;
    this.recent = recent;
  }

  /** Those of a page that are not as they were handed over before. */
  List<RowsOfOne> fresh(List<RowsOfOne> page) {
    return page.stream().filter(group -> !group.isKnownTo(recent)).toList();
  }

  /**
   * A batch of records.
   *
   * @param found what found them by looking back; null where the usual run did
   * @param next how far the database is read with them
   */
  Batch batch(List<RowsOfOne> records, @Nullable LookBack found, Lane lane, DatabasePosition next) {
    groups = records;
    by = found;
    List<SourceRecord> readable = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    records.forEach(group -> group.addTo(readable, unreadable));
    String name = settings.name();
    return new Batch(
        name,
        settings.shop(),
        lane,
        readable,
        unreadable,
        next.checkpoint(name),
        found == null ? null : found.look(records, state -> next.with(state).checkpoint(name)));
  }

  /** The batch is on disk. */
  void stored() {
    if (by == null) {
      groups.forEach(group -> group.rememberIn(recent));
    } else {
      by.stored(groups);
    }
    groups = List.of();
  }
}

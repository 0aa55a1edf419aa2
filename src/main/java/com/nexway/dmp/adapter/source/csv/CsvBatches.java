package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file as batches that end on the borders of groups. When reading fails, what was
 * read before is handed out first, and the failure is thrown for the next batch.
 */
final class CsvBatches implements Iterator<Batch> {
  private static final int MOST_CHARACTERS = 4 << 20;

  private final Iterator<CsvRow> rows;
  private final CsvPlace place;
  private final CsvLimits limits;
  private final Lane lane;
  private final CsvPosition start;

  private List<SourceRecord> records = new ArrayList<>();
  private List<Unreadable> unreadable = new ArrayList<>();
  private int characters;
  private long border;

  private final List<CsvRow.Bad> badSinceRow = new ArrayList<>();
  private final List<Unreadable> behindBorder = new ArrayList<>();
  private @Nullable CsvGroup group;
  private long lastRow;
  private boolean ended;
  private @Nullable RuntimeException failure;

  CsvBatches(
      Iterator<CsvRow> rows, CsvPlace place, CsvLimits limits, Lane lane, CsvPosition start) {
    this.rows = rows;
    this.place = place;
    this.limits = limits;
    this.lane = lane;
    this.start = start;
    this.lastRow = start.row();
    this.border = start.row();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Batch next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (failure == null) {
      fill();
    }
    if (failure != null && records.isEmpty() && unreadable.isEmpty()) {
      ended = true;
      throw failure;
    }
    Batch batch =
        new Batch(place.source(), lane, records, unreadable, start.at(border, ended).checkpoint());
    records = new ArrayList<>();
    unreadable = new ArrayList<>();
    characters = 0;
    return batch;
  }

  private void fill() {
    try {
      while (!isFull()) {
        if (!rows.hasNext()) {
          endGroup();
          ended = true;
          return;
        }
        take(rows.next());
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private boolean isFull() {
    return records.size() >= limits.batchRecords()
        || unreadable.size() >= limits.batchRecords()
        || characters >= MOST_CHARACTERS;
  }

  private void take(CsvRow row) {
    if (row instanceof CsvRow.Bad bad) {
      takeBad(bad);
    } else if (row instanceof CsvRow.Read read) {
      takeRead(read);
    }
    lastRow = row.row();
    if (group == null) {
      endGroup();
    }
  }

  private void takeRead(CsvRow.Read row) {
    characters += weight(row);
    if (row.group().isEmpty()) {
      records.add(new SourceRecord(place.line(row.line(), 1), row.values(), List.of(row.values())));
      return;
    }
    if (group != null && group.has(row)) {
      if (!badSinceRow.isEmpty()) {
        group.lacks(badSinceRow.get(0).line());
      }
      group.add(row);
    } else {
      endGroup();
      CsvGroup begun = new CsvGroup(row.group(), limits.groupLines());
      badSinceRow.stream().filter(begun::has).forEach(bad -> begun.lacks(bad.line()));
      begun.add(row);
      group = begun;
    }
    badSinceRow.clear();
  }

  private void takeBad(CsvRow.Bad bad) {
    characters += bad.unreadable().raw().length();
    behindBorder.add(bad.unreadable());
    if (group != null && group.has(bad)) {
      group.lacks(bad.line());
    }
    if (badSinceRow.size() < limits.batchRecords()) {
      badSinceRow.add(bad);
    } else if (group != null) {
      group.lacks(bad.line());
      endGroup();
    }
  }

  /** All that was read up to here is complete: a batch may end here. */
  private void endGroup() {
    if (group != null && group.isWhole()) {
      records.add(group.record(place));
    } else if (group != null) {
      unreadable.add(group.unreadable(place));
    }
    group = null;
    unreadable.addAll(behindBorder);
    behindBorder.clear();
    border = lastRow;
  }

  private static int weight(CsvRow.Read row) {
    int weight = 0;
    for (Object value : row.values().values()) {
      weight += 16 + String.valueOf(value).length();
    }
    return weight;
  }
}

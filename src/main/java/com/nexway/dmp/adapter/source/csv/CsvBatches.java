package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.text.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file as batches that end on the borders of groups. When reading fails, what was
 * read before is handed out first, and the failure is thrown for the next batch.
 */
final class CsvBatches implements Iterator<Batch> {
  private static final int MOST_CHARACTERS = 4 << 20;

  private final CsvRows rows;
  private final CsvHeader header;
  private final int column;
  private final CsvPlace place;
  private final int most;
  private final Lane lane;
  private final CsvPosition start;

  private List<SourceRecord> records = new ArrayList<>();
  private List<Unreadable> unreadable = new ArrayList<>();
  private int characters;
  private @Nullable CsvGroup group;
  private long read;
  private long border;
  private boolean ended;
  private @Nullable RuntimeException failure;

  /**
   * @param rows behind those that are done; the lines of one group stand together
   * @param column the number of the column that groups them; -1 where each is a record
   * @param most records of one batch
   */
  CsvBatches(
      CsvRows rows,
      CsvHeader header,
      int column,
      CsvPlace place,
      int most,
      Lane lane,
      CsvPosition start) {
    this.rows = rows;
    this.header = header;
    this.column = column;
    this.place = place;
    this.most = most;
    this.lane = lane;
    this.start = start;
    this.read = start.row();
    this.border = start.row();
  }

  /** How many records were read, those before the start too. */
  long read() {
    return read;
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
        new Batch(
            place.source(),
            place.shop(),
            lane,
            records,
            unreadable,
            start.at(border, ended).checkpoint());
    records = new ArrayList<>();
    unreadable = new ArrayList<>();
    characters = 0;
    return batch;
  }

  private void fill() {
    try {
      while (!isFull()) {
        CsvRow row = rows.next();
        if (row == null) {
          endGroup();
          ended = true;
          return;
        }
        take(row);
      }
    } catch (IOException e) {
      failure = new UncheckedIOException(e);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private boolean isFull() {
    return records.size() + unreadable.size() >= most || characters >= MOST_CHARACTERS;
  }

  private void take(CsvRow row) {
    String key = row.group(column);
    CsvGroup above = group;
    if (above != null && row.isBelow(column) && above.addBelow(row.because(withoutGroup("")))) {
      read++;
      characters += row.characters();
      return;
    }
    if (above != null && !above.has(key)) {
      endGroup();
    }
    read++;
    characters += row.characters();
    if (key.isEmpty()) {
      takeAlone(row);
      border = read;
    } else {
      group = group == null ? new CsvGroup(key, header) : group;
      group.add(row);
    }
  }

  private void takeAlone(CsvRow row) {
    if (row.isBad()) {
      unreadable.add(place.unreadable(header, row));
    } else if (column >= 0) {
      unreadable.add(place.unreadable(header, row.because(withoutGroup(row.value(column)))));
    } else {
      CsvValues values = new CsvValues(header, row);
      records.add(new SourceRecord(place.line(row.line(), row.lines()), values, List.of(values)));
    }
  }

  private String withoutGroup(String value) {
    String name = header.columns().get(column);
    return value.isEmpty()
        ? "there is no value in column '%s', which groups the lines".formatted(name)
        : "column '%s', which groups the lines: %s".formatted(name, Spreadsheet.advice(value));
  }

  /** All that was read up to here is complete: a batch may end here. */
  private void endGroup() {
    if (group != null) {
      group.end(place, records, unreadable);
    }
    group = null;
    border = read;
  }
}

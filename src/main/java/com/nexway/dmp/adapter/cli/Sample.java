package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Records to look at.
 *
 * @param where where they were found, in words
 * @param columns of the table that they are from; empty where that is none, or not known
 * @param records the records
 * @param unreadable what stood between them and could not be read
 */
record Sample(
    String where, List<String> columns, List<SourceRecord> records, List<Unreadable> unreadable) {

  /**
   * Which records of many are wanted.
   *
   * @param most how many at most
   * @param last the last ones, not the first
   */
  record Wanted(int most, boolean last) {
    /** Reads no further than is needed. */
    Sample from(String where, List<String> columns, Iterator<Batch> batches) {
      Deque<SourceRecord> records = new ArrayDeque<>();
      List<Unreadable> unreadable = new ArrayList<>();
      while (batches.hasNext() && (last || records.size() < most)) {
        Batch batch = batches.next();
        unreadable.addAll(batch.unreadable());
        for (SourceRecord record : batch.records()) {
          records.addLast(record);
          if (records.size() > most) {
            trim(records);
          }
        }
      }
      List<Unreadable> some = unreadable.subList(0, Math.min(most, unreadable.size()));
      return new Sample(where, columns, List.copyOf(records), List.copyOf(some));
    }

    private void trim(Deque<SourceRecord> records) {
      if (last) {
        records.removeFirst();
      } else {
        records.removeLast();
      }
    }
  }
}

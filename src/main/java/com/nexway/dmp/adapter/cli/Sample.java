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
 * @param total how many records there are; {@link #UNKNOWN} where counting them would take long
 * @param remarks what is odd about where they were found, as sentences
 */
record Sample(
    String where,
    List<String> columns,
    List<SourceRecord> records,
    List<Unreadable> unreadable,
    int total,
    List<String> remarks) {
  static final int UNKNOWN = -1;

  /** Records of which nothing is odd. */
  Sample(
      String where,
      List<String> columns,
      List<SourceRecord> records,
      List<Unreadable> unreadable,
      int total) {
    this(where, columns, records, unreadable, total, List.of());
  }

  /** The same with what is odd about the file. */
  Sample with(List<String> odd) {
    return new Sample(where, columns, records, unreadable, total, odd);
  }

  /** The same records, of nobody knows how many. */
  Sample uncounted() {
    return new Sample(where, columns, records, unreadable, UNKNOWN, remarks);
  }

  /**
   * Which records of many are wanted.
   *
   * @param most how many at most
   * @param last the last ones, not the first
   * @param counted how far all of them are counted at most, 0 where each costs its owner a question
   */
  record Wanted(int most, boolean last, int counted) {
    /** Reads no further than is needed to have them, and to count them as far as is wanted. */
    Sample from(String where, List<String> columns, Iterator<Batch> batches) {
      Deque<SourceRecord> records = new ArrayDeque<>();
      List<Unreadable> unreadable = new ArrayList<>();
      int read = 0;
      while (batches.hasNext() && (last || records.size() < most)) {
        Batch batch = batches.next();
        read += batch.records().size();
        unreadable.addAll(batch.unreadable());
        for (SourceRecord record : batch.records()) {
          records.addLast(record);
          if (records.size() > most) {
            trim(records);
          }
        }
      }
      int total = count(read, batches);
      List<Unreadable> some = unreadable.subList(0, Math.min(most, unreadable.size()));
      return new Sample(where, columns, List.copyOf(records), List.copyOf(some), total);
    }

    private int count(int read, Iterator<Batch> batches) {
      int total = read;
      while (total < counted && batches.hasNext()) {
        total += batches.next().records().size();
      }
      return batches.hasNext() ? UNKNOWN : total;
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

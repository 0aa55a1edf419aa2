package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file with those of one group together: groups in the order of their first lines,
 * lines in the order of the file. The same file always gives the same order, so that a row number
 * means the same after a restart.
 */
final class GroupSort implements RawRecords {
  private static final Comparator<DiskSort.Item> BY_GROUP =
      Comparator.comparing(DiskSort.Item::group)
          .thenComparingLong((DiskSort.Item item) -> item.record().row());
  private static final Comparator<DiskSort.Item> BY_FIRST_LINE =
      Comparator.comparingLong(DiskSort.Item::first)
          .thenComparingLong((DiskSort.Item item) -> item.record().row());

  private final RawRecords records;
  private final Path folder;
  private final DiskSort.Items sorted;
  private long row;

  private GroupSort(RawRecords records, Path folder, DiskSort.Items sorted) {
    this.records = records;
    this.folder = folder;
    this.sorted = sorted;
  }

  /**
   * Sorts records.
   *
   * @param records the records in the order of the file; closed with the result
   * @param column the number of the column that groups them, from 0
   * @param delimiter the file's own, for records that were set aside
   * @param folder where sorted files may stand, private; removed before and after
   * @param memory how many characters are held at most
   */
  static RawRecords of(RawRecords records, int column, char delimiter, Path folder, long memory)
      throws IOException {
    PrivateFiles.delete(folder);
    Path byGroup = PrivateFiles.folder(folder.resolve("by-group"));
    Path byLine = PrivateFiles.folder(folder.resolve("by-line"));
    try (DiskSort first = new DiskSort(byGroup, BY_GROUP, memory)) {
      RawRecord record = records.next();
      while (record != null) {
        first.add(new DiskSort.Item(group(record, column, delimiter), 0, record));
        record = records.next();
      }
      DiskSort second = new DiskSort(byLine, BY_FIRST_LINE, memory);
      try (DiskSort.Items items = first.sorted()) {
        number(items, second);
      }
      return new GroupSort(records, folder, second.sorted());
    }
  }

  /** Gives each record the row of its group's first. */
  private static void number(DiskSort.Items items, DiskSort into) throws IOException {
    String group = null;
    long first = 0;
    DiskSort.Item item = items.next();
    while (item != null) {
      if (!item.group().equals(group) || item.group().isEmpty()) {
        group = item.group();
        first = item.record().row();
      }
      into.add(new DiskSort.Item(group, first, item.record()));
      item = items.next();
    }
  }

  /** The group of a record; of one that was set aside, what stands where its group should be. */
  static String group(RawRecord record, int column, char delimiter) {
    if (!record.isBad()) {
      return CsvSurvey.group(record, column);
    }
    List<String> parts = List.of(record.text().split(Pattern.quote(String.valueOf(delimiter)), -1));
    return column < parts.size() ? parts.get(column).replace("\"", "").strip() : "";
  }

  @Override
  public @Nullable RawRecord next() throws IOException {
    DiskSort.Item item = sorted.next();
    if (item == null) {
      return null;
    }
    RawRecord record = item.record();
    row++;
    return new RawRecord(row, record.line(), record.lines(), record.text(), record.problem());
  }

  @Override
  public void close() throws IOException {
    sorted.close();
    records.close();
    PrivateFiles.delete(folder);
  }
}

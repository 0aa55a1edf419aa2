package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.storage.OrderedRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file with those of one group together: groups in the order of their first lines,
 * lines in the order of the file. The same file always gives the same order, so that a row number
 * means the same after a restart.
 */
final class GroupedRows implements CsvRows {
  private final OrderedRows rows;
  private long read;

  private GroupedRows(OrderedRows rows) {
    this.rows = rows;
  }

  /**
   * Brings records together; one without a group stays behind those of the group above it.
   *
   * @param records the records in the order of the file
   * @param column the number of the column that groups them, from 0
   * @param folder where they stand meanwhile, in a file for its owner alone, removed when closed
   */
  static CsvRows of(CsvRows records, int column, Path folder) throws IOException {
    OrderedRows rows = OrderedRows.in(folder);
    try {
      String above = "";
      for (CsvRow row = records.next(); row != null; row = records.next()) {
        above = row.isBelow(column) ? above : row.group(column);
        rows.add(above, written(row));
      }
      return new GroupedRows(rows);
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public @Nullable CsvRow next() throws IOException {
    byte[] next = rows.next();
    read++;
    return next == null ? null : read(next);
  }

  /** How much of them was read, 0 to 1. */
  double share() {
    return rows.size() == 0 ? 1 : Math.min(1, (double) read / rows.size());
  }

  private static byte[] written(CsvRow row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(row.line());
    out.writeInt(row.lines());
    write(out, row.raw());
    write(out, row.problem() == null ? "" : row.problem());
    for (String value : row.values()) {
      write(out, value);
    }
    return bytes.toByteArray();
  }

  private static CsvRow read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    long line = in.readLong();
    int lines = in.readInt();
    String raw = text(in);
    String problem = text(in);
    List<String> values = new ArrayList<>();
    while (in.available() > 0) {
      values.add(text(in));
    }
    return new CsvRow(line, lines, values, raw, problem.isEmpty() ? null : problem);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

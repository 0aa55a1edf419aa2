package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file, open for reading. */
public final class CsvReading implements Closeable {
  private static final long LONG = 64 << 20;

  private final CsvSettings settings;
  private final String name;
  private final CsvFile file;
  private final CellReader cells;
  private final RecordScanner scanner;
  private final CsvHeader header;
  private CsvRows rows;
  private @Nullable ErrorFile errors;
  private @Nullable CsvBatches batches;

  private CsvReading(
      CsvSettings settings,
      String name,
      CsvFile file,
      CellReader cells,
      RecordScanner scanner,
      CsvHeader header) {
    this.settings = settings;
    this.name = name;
    this.file = file;
    this.cells = cells;
    this.scanner = scanner;
    this.header = header;
    this.rows = scanner;
  }

  /**
   * Opens a file and reads its header.
   *
   * @param check what its columns must be
   * @throws CsvRefused where the file must not be read
   */
  static CsvReading open(CsvSettings settings, Path path, ColumnCheck check)
      throws IOException, CsvRefused {
    CsvFile file = CsvFile.open(path, settings.longestFile());
    try {
      CellReader cells = new CellReader(settings.emptyWords());
      RecordScanner scanner = new RecordScanner(file.text(settings.charset()), cells);
      CsvHeader header = HeaderReader.read(scanner, settings);
      if (header.isOfErrorFile()) {
        cells.ofErrorFile();
      }
      List<String> missing = check.missing(settings.mapping(), header.columns());
      if (!missing.isEmpty()) {
        throw new CsvRefused(String.join("; ", missing));
      }
      return new CsvReading(settings, OneLine.name(path), file, cells, scanner, header);
    } catch (IOException | CsvRefused | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Opens a file for somebody who looks and stores nothing. */
  public static CsvReading preview(CsvSettings settings, Path path) throws IOException, CsvRefused {
    return open(settings, path, ColumnCheck.NONE);
  }

  /** The name and date of a file, by which it is known again. */
  static String identity(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant() + " " + file.getFileName();
  }

  /** What identifies the content and the order in which it is read. */
  String key() throws IOException {
    return file.hash() + (settings.groups() ? " by " + settings.group() : "");
  }

  CsvHeader header() {
    return header;
  }

  /** The names of its columns. */
  public List<String> columns() {
    return header.columns();
  }

  /** Which words were read as empty so far, as sentences. */
  List<String> emptied() {
    return cells.remarks();
  }

  /** What is odd about its header and what was read of it so far, as sentences. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(header.remarks());
    remarks.addAll(cells.remarks());
    return remarks;
  }

  /** Whether it takes a while before its first record is handed over. */
  boolean isLong() {
    return settings.groups() && file.size() > LONG;
  }

  /** How much of it was read, 0 to 1. */
  double share() throws IOException {
    return rows instanceof GroupedRows grouped ? grouped.share() : file.share();
  }

  /** How many of its records were read, those of earlier runs too. */
  long read() {
    return batches == null ? 0 : batches.read();
  }

  void errorsTo(Path dropped, boolean goesOn) {
    errors = new ErrorFile(dropped, header, goesOn);
  }

  /** Where its refused records go; null where nothing of it is read. */
  public @Nullable ErrorFile errors() {
    return errors;
  }

  /**
   * All its batches, for somebody who looks and stores nothing.
   *
   * @param work a folder where lines may be brought together meanwhile
   */
  public Iterator<Batch> batches(Path work) throws IOException {
    return batches(new CsvPosition(settings.name(), "", 0, false, ""), work);
  }

  /**
   * Its batches behind the rows that are done.
   *
   * @param work a folder where lines may be brought together meanwhile
   */
  Iterator<Batch> batches(CsvPosition start, Path work) throws IOException {
    int column = settings.groups() ? header.position(settings.group()) : -1;
    if (column >= 0) {
      rows = GroupedRows.of(scanner, column, work);
    }
    for (long row = 0; row < start.row(); row++) {
      rows.next();
    }
    CsvBatches all =
        new CsvBatches(
            rows,
            header,
            column,
            new CsvPlace(settings.name(), settings.shop(), name),
            settings.batchRecords(),
            settings.laneOf(name),
            start);
    batches = all;
    return all;
  }

  @Override
  public void close() throws IOException {
    try (CsvFile open = file) {
      rows.close();
    }
  }
}

package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One file, open for reading, behind the rows that are done. */
public final class CsvReading implements Closeable {
  private static final long SORT_CHARACTERS = 8 << 20;

  private final CsvSettings settings;
  private final CsvSurvey survey;
  private final String file;
  private final CsvPosition start;
  private final CsvGuard guard;

  private CsvReading(
      CsvSettings settings, CsvSurvey survey, String file, CsvPosition start, CsvGuard guard) {
    this.settings = settings;
    this.survey = survey;
    this.file = file;
    this.start = start;
    this.guard = guard;
  }

  /**
   * Opens a file.
   *
   * @param work where sorted files may stand while it is read
   */
  static CsvReading open(
      CsvSettings settings, Path file, CsvSurvey survey, CsvPosition start, Path work)
      throws IOException {
    RawRecords records = survey.dialect().rows(CsvDialect.reader(file, settings), settings);
    try {
      if (settings.grouping().sorts()) {
        int column = survey.dialect().position(settings.grouping().column());
        char delimiter = survey.dialect().delimiter();
        records = GroupSort.of(records, column, delimiter, work, SORT_CHARACTERS);
      }
      for (long row = 0; row < start.row(); row++) {
        records.next();
      }
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
    return new CsvReading(settings, survey, OneLine.name(file), start, new CsvGuard(records));
  }

  /**
   * Reads a file from its first row, for somebody who looks and stores nothing.
   *
   * @param work where sorted files may stand while it is read; emptied
   * @throws CsvRefused where the file must not be read
   */
  public static CsvReading preview(
      CsvSettings settings, Path file, CsvSurvey.ColumnCheck check, Path work)
      throws IOException, CsvRefused {
    CsvSurvey survey = CsvSurvey.of(file, settings, check);
    return open(settings, file, survey, new CsvPosition(settings.name(), "", 0, false, ""), work);
  }

  /** How the file is written. */
  public CsvSurvey survey() {
    return survey;
  }

  /** Its text, as {@link CsvText#FORMAT} reads it. */
  public Reader text() {
    return guard;
  }

  /**
   * Its batches.
   *
   * @param parsed what the parser makes of {@link #text()}, record by record
   */
  public Iterator<Batch> batches(Iterator<List<String>> parsed) {
    CsvPlace place = new CsvPlace(settings.name(), file);
    int group =
        settings.grouping().groups() ? survey.dialect().position(settings.grouping().column()) : -1;
    CsvRows rows = new CsvRows(guard, parsed, survey.dialect(), place, group);
    Lane lane = settings.laneOf(file);
    return new CsvBatches(rows, place, settings.limits(), lane, start);
  }

  /** Its batches, parsed at once. */
  public Iterator<Batch> batches() throws IOException {
    Iterator<CSVRecord> records =
        CSVParser.builder().setReader(text()).setFormat(CsvText.FORMAT).get().iterator();
    return batches(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return records.hasNext();
          }

          @Override
          public List<String> next() {
            return records.next().toList();
          }
        });
  }

  /** The name and date of a file, by which it is known again. */
  static String identity(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant() + " " + file.getFileName();
  }

  @Override
  public void close() throws IOException {
    guard.close();
  }
}

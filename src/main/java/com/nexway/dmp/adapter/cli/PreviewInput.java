package com.nexway.dmp.adapter.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.csv.CsvLimits;
import com.nexway.dmp.adapter.source.csv.CsvReading;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.CsvSurvey;
import com.nexway.dmp.adapter.source.csv.Delimiter;
import com.nexway.dmp.adapter.source.csv.FilePattern;
import com.nexway.dmp.adapter.source.csv.Grouping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first records of a CSV or JSON file.
 *
 * @param records the records
 * @param unreadable what stood between them and could not be read
 */
record PreviewInput(List<SourceRecord> records, List<Unreadable> unreadable) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final CsvLimits LIMITS = new CsvLimits(10L << 30, 1_000, 1 << 20, 10_000, 1_000);

  /** Records of a JSON file: one object, a list of objects, or an object a line. */
  static PreviewInput json(Path file, int limit) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (values.hasNext() && records.size() < limit) {
        JsonNode value = values.next();
        if (!value.isObject()) {
          throw new IOException("each record must be a JSON object");
        }
        Origin origin = new Origin("preview", name + " record " + (records.size() + 1));
        records.add(new SourceRecord(origin, fields(value), List.of()));
      }
    }
    return new PreviewInput(records, List.of());
  }

  @SuppressWarnings("unchecked") // the keys of JSON are text
  private static Map<String, Object> fields(JsonNode object) {
    return JSON.convertValue(object, LinkedHashMap.class);
  }

  /**
   * Records of a CSV file in UTF-8, or as its byte order mark says.
   *
   * @param group the column whose value the lines of one record share; empty for none
   */
  static PreviewInput csv(Path file, String group, int limit) throws IOException, CsvRefused {
    CsvSettings settings =
        new CsvSettings(
            "preview",
            "",
            "",
            FilePattern.of("*"),
            "",
            Duration.ZERO,
            StandardCharsets.UTF_8,
            Delimiter.AUTO,
            new Grouping(group, Grouping.Order.TOGETHER),
            Lane.LIVE,
            FilePattern.NONE,
            LIMITS);
    List<SourceRecord> records = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    Path work = Files.createTempDirectory("preview");
    try (CsvReading reading = CsvReading.preview(settings, file, CsvSurvey.unchecked(), work)) {
      Iterator<Batch> batches = reading.batches();
      while (batches.hasNext() && records.size() < limit) {
        Batch batch = batches.next();
        records.addAll(batch.records());
        unreadable.addAll(batch.unreadable());
      }
    } finally {
      Files.deleteIfExists(work);
    }
    return new PreviewInput(records.subList(0, Math.min(limit, records.size())), unreadable);
  }
}

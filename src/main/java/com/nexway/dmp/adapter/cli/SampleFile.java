package com.nexway.dmp.adapter.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.nexway.dmp.adapter.camel.WebhookJson;
import com.nexway.dmp.adapter.cli.Sample.Wanted;
import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvReading;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookRecords;
import com.nexway.dmp.adapter.source.webhook.WebhookRefused;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the merchant's as a source would; the file stays as it is.
 *
 * @param file the file
 * @param shown its name in messages
 */
record SampleFile(Path file, String shown) {
  private static final ObjectReader JSON =
      WebhookJson.mapper()
          .readerFor(Object.class)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Its records as a source reads them; a database's from the CSV or JSON that its query gave. */
  Sample as(SourceSettings source, Wanted wanted) throws IOException, CsvRefused {
    if (source instanceof CsvSettings csv) {
      return csv(csv, wanted);
    }
    if (source instanceof WebhookSettings webhook) {
      return json(webhook.records(), wanted);
    }
    String id = source instanceof DatabaseSettings database ? database.idColumn() : "";
    return anyhow(CsvSettings.anyhow(id.replaceAll("[\"`\\[\\]]", ""), "", ""), wanted);
  }

  /**
   * Its records where no source is known: JSON where its name says so, or else CSV.
   *
   * @param ifCsv how it is read then
   */
  Sample anyhow(CsvSettings ifCsv, Wanted wanted) throws IOException, CsvRefused {
    return isJson() ? json(null, wanted) : csv(ifCsv, wanted);
  }

  /** Whether its name says that it is JSON. */
  boolean isJson() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".jsonl");
  }

  Sample csv(CsvSettings settings, Wanted wanted) throws IOException, CsvRefused {
    // Made only where lines are brought together, for its owner alone, and removed afterwards.
    Path work = Path.of(System.getProperty("java.io.tmpdir"), "preview-" + UUID.randomUUID());
    try (CsvReading reading = CsvReading.preview(settings, file)) {
      Sample sample = wanted.from(shown, reading.columns(), reading.batches(work));
      return sample.with(reading.remarks());
    } finally {
      PrivateFiles.delete(work);
    }
  }

  /**
   * The records of one document after another.
   *
   * @param path of the array that holds a document's records, empty where it is one record; null
   *     where it may also be a list of them
   */
  private Sample json(@Nullable String path, Wanted wanted) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    boolean more = false;
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      while (!more && parser.nextToken() != null) {
        Object document = JSON.readValue(parser);
        if (path == null && document instanceof List<?> list) {
          for (Object each : list) {
            add(WebhookRecords.of("", each), records);
          }
        } else {
          add(WebhookRecords.of(path == null ? "" : path, document), records);
        }
        more = !wanted.last() && records.size() >= wanted.most() && parser.nextToken() != null;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(
          "it is not JSON: look at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (WebhookRefused e) {
      throw new IOException(e.getMessage(), e);
    }
    Batch batch = new Batch("preview", Lane.LIVE, records, List.of(), null);
    Sample sample = wanted.from(shown, List.of(), List.of(batch).iterator());
    return more ? sample.uncounted() : sample;
  }

  private void add(List<Map<String, Object>> found, List<SourceRecord> records) {
    for (Map<String, Object> fields : found) {
      String place = OneLine.name(file) + " record " + (records.size() + 1);
      records.add(new SourceRecord(new Origin("preview", place), fields, List.of()));
    }
  }
}

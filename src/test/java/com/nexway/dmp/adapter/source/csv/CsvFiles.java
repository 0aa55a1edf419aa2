package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.testing.SmallBatches;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CSV files of a test, and what is read from them. */
final class CsvFiles {
  private final Path folder;

  CsvFiles(Path folder) {
    this.folder = folder;
  }

  Path write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  static CsvSettings settings(String... given) {
    List<String> all = new ArrayList<>(List.of("mapping", "customers"));
    all.addAll(List.of(given));
    List<FileProblem> problems = new ArrayList<>();
    Optional<CsvSettings> settings =
        CsvSettings.from(
            "customers",
            SourceParameters.of(problems, "customers", "csv", all.toArray(new String[0])));
    assertThat(problems).isEmpty();
    return settings.orElseThrow();
  }

  /** Settings with small batches. */
  static CsvSettings inBatches(int records, String... given) {
    return SmallBatches.of(settings(given), records);
  }

  /** All batches of a file, read from its first row. */
  List<Batch> batches(Path file, String... given) throws Exception {
    return batches(file, settings(given));
  }

  List<Batch> batches(Path file, CsvSettings settings) throws Exception {
    return batches(file, 0, settings);
  }

  /** All batches of a file behind a row. */
  List<Batch> batches(Path file, long row, CsvSettings settings) throws Exception {
    List<Batch> batches = new ArrayList<>();
    try (CsvReading reading = CsvReading.preview(settings, file)) {
      CsvPosition start = new CsvPosition("customers", reading.key(), row, false, "");
      reading.batches(start, folder.resolve("work")).forEachRemaining(batches::add);
    }
    return batches;
  }

  /** The columns of all records, in order. */
  static List<Map<String, Object>> fields(List<Batch> batches) {
    List<Map<String, Object>> fields = new ArrayList<>();
    batches.forEach(batch -> batch.records().forEach(record -> fields.add(record.fields())));
    return fields;
  }

  /** Place and first problem of all that could not be read, in order. */
  static List<String> unreadable(List<Batch> batches) {
    List<String> told = new ArrayList<>();
    for (Batch batch : batches) {
      for (Unreadable each : batch.unreadable()) {
        told.add(each.origin().place() + ": " + each.problems().get(0).message());
      }
    }
    return told;
  }

  /** The places of all records, in order. */
  static List<String> places(List<Batch> batches) {
    List<String> places = new ArrayList<>();
    batches.forEach(b -> b.records().forEach(record -> places.add(record.origin().place())));
    return places;
  }
}

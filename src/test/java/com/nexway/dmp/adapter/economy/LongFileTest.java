package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of ten million rows; {@code -Dsoak.rows} makes it shorter or longer. */
@Tag("soak")
final class LongFileTest {
  private static final int ROWS = Integer.getInteger("soak.rows", 10_000_000);
  private static final Duration PATIENCE = Duration.ofHours(2);

  /** The heap of 256 MB that it is given, and what Java needs besides. */
  private static final long MOST_MEMORY = 450;

  /** Of each thousand records one becomes an event: it is reading that is looked at. */
  private static final String MAPPING =
      """
      key: ${id}
      when: { column: note, equals: take }
      event:
        action: send data
        user: { email: "${email}" }
      """;

  private static final String SOURCE =
      """
      - templatedRoute:
          routeTemplateRef: csv
          routeId: long
          parameters:
            - { name: mapping, value: long }
            - { name: settle-time, value: 0s }
            - { name: look-every, value: 200ms }
            - { name: group, value: "%s" }
      """;

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"alone,''", "grouped,id"})
  void ten_million_rows_are_read_in_memory_that_does_not_grow(String name, String group)
      throws IOException {
    TestHome.in(home);
    TestHome.write(home, "mappings/long.yaml", MAPPING);
    TestHome.write(home, "routes/sources/long.yaml", SOURCE.formatted(group));
    write(Files.createDirectories(home.resolve("drop/long")).resolve("long.csv"));

    try (Sandbox dmp = Sandbox.start();
        AdapterProcess adapter =
            AdapterProcess.run(home, dmp, "DMP_PER_SECOND", "unlimited").awaitOutput("Ready.")) {
      long begun = System.nanoTime();
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> isRead() || !adapter.isAlive());
      double seconds = (System.nanoTime() - begun) / 1e9;

      assertThat(isRead()).as(adapter.output()).isTrue();
      Figures figures = Figures.of("long-file-" + name);
      figures.put("rows-per-second", ROWS / seconds, "1/s");
      figures.put("memory", adapter.peakMemory(), "MB");
      figures.write();
      assertThat(adapter.peakMemory()).isLessThan(MOST_MEMORY);
      Awaitility.await().atMost(PATIENCE).until(() -> dmp.stats().taken() >= ROWS / 1_000);
    }
  }

  private static void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id;email;name;street;note\n");
      for (int i = 0; i < ROWS; i++) {
        String note = i % 1_000 == 0 ? "take" : "leave";
        out.write(
            "K" + i + ";a" + i + "@example.com;Anna M\u00fcller;3 rue des Lilas;" + note + "\n");
      }
    }
  }

  private boolean isRead() throws IOException {
    Path done = home.resolve("drop/long/.done");
    if (!Files.isDirectory(done)) {
      return false;
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.findAny().isPresent();
    }
  }
}

package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.ChildJava;
import com.nexway.dmp.adapter.testing.DmpProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one event costs, and how long a start takes, does not depend on how many wait. */
@Tag("soak")
final class WaitingRowsTest {
  /**
   * A cost that rose with the rows would be hundreds of times as high. Accepting in a large file
   * costs about three times as much as in one whose pages all stay in memory: that is stated.
   */
  private static final double FLAT = 10;

  @TempDir Path home;

  @Test
  void an_event_costs_the_same_in_a_file_with_five_million() throws Exception {
    TestHome.in(home);
    Path data = Files.createDirectories(home.resolve("data"));

    JsonNode figures =
        measured(
            "waiting-rows-sqlite",
            "10000",
            "jdbc:sqlite:" + data.resolve("small.db"),
            "1000000",
            "jdbc:sqlite:" + data.resolve("large.db"),
            "5000000",
            "jdbc:sqlite:" + data.resolve("outbox.db"));

    stateTheStart();
    assertThatItIsFlat(figures, "1000000");
    assertThatItIsFlat(figures, "5000000");
  }

  @Test
  void an_event_costs_the_same_in_postgresql_with_a_million() throws Exception {
    JsonNode figures =
        measured(
            "waiting-rows-postgresql",
            "10000",
            Postgres.freshSchema(),
            "1000000",
            Postgres.freshSchema());

    assertThatItIsFlat(figures, "1000000");
  }

  private void stateTheStart() {
    try (DmpProcess dmp = DmpProcess.withoutRules()) {
      long begun = System.nanoTime();
      try (AdapterProcess adapter = AdapterProcess.start(home, dmp.settings("10"), "run")) {
        adapter.awaitOutput("Ready.");
        Figures.of("start-with-five-million")
            .put("start-to-ready", (System.nanoTime() - begun) / 1e9, "s")
            .put("peak-memory", adapter.peakMemory(), "MB")
            .write();
      }
    }
  }

  /** The figures that a process of its own wrote, with as much memory as the adapter has. */
  private JsonNode measured(String name, String... rowsAndUrls)
      throws IOException, InterruptedException {
    Path output = home.resolve(name + ".out");
    String[] arguments =
        Stream.concat(Stream.of(name), Stream.of(rowsAndUrls)).toArray(String[]::new);
    List<String> line = ChildJava.command(List.of("-Xmx256m"), WaitingRows.class, arguments);
    int exit =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String said = Files.readString(output);
    assertThat(exit).as(said).isZero();
    System.out.print(said);
    return new JsonMapper().readTree(Path.of("target", "figures", name + ".json").toFile());
  }

  private static void assertThatItIsFlat(JsonNode figures, String rows) {
    for (String what : List.of("accept", "claim", "settle")) {
      double few = figures.path(what + "-at-10000").path("value").asDouble();
      double many = figures.path(what + "-at-" + rows).path("value").asDouble();
      assertThat(many / few).as(what + " at " + rows).isPositive().isLessThan(FLAT);
    }
  }
}

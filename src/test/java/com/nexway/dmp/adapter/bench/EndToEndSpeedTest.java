package com.nexway.dmp.adapter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.DmpProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records to the DMP at any rate, with everything on, beside a bare loop that posts the same
 * bodies. It states figures and judges none; {@code -Dbench.events} and {@code -Dbench.rounds}
 * change its size.
 */
@Tag("bench")
final class EndToEndSpeedTest {
  private static final int EVENTS = Integer.getInteger("bench.events", 100_000);
  private static final int LONG = 10 * EVENTS;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Nothing listens there: all stays in the outbox. */
  private static final String NOBODY = "http://127.0.0.1:9/event";

  @TempDir Path folder;
  private DmpProcess dmp;

  @BeforeEach
  void start() {
    dmp = DmpProcess.withoutRules();
  }

  @AfterEach
  void stop() {
    dmp.close();
  }

  @Test
  void csv_and_database_to_the_dmp() throws IOException, SQLException {
    Shoppers shoppers = new Shoppers(EVENTS);
    Path csv = csv(shoppers);
    Path bodies = bodies(shoppers);
    String shop = shop(shoppers);
    Ratios fromCsv = new Ratios();
    Ratios fromDatabase = new Ratios();

    for (int round = 0; round < ROUNDS; round++) {
      Run bare = bare(bodies, EVENTS);
      fromCsv.add(bare, csvToDmp(csv, EVENTS));
      fromDatabase.add(bare, databaseToDmp(shop));
    }

    state("csv-to-dmp", fromCsv);
    state("database-to-dmp", fromDatabase);
  }

  @Test
  void in_the_steady_state() throws IOException {
    Shoppers shoppers = new Shoppers(LONG);
    Path csv = csv(shoppers);
    Ratios ratios = new Ratios();

    ratios.add(bare(bodies(shoppers), LONG), csvToDmp(csv, LONG));

    state("steady", ratios);
  }

  @Test
  void start_and_intake_and_delivery_alone() throws IOException {
    Path csv = csv(new Shoppers(EVENTS));
    BenchHome home = BenchHome.ofCsv(folder);
    Figures figures = Figures.of("stages");

    long begin = System.nanoTime();
    try (AdapterProcess adapter = home.run(nobody())) {
      figures.put("start-to-ready", (System.nanoTime() - begin) / 1e9, "s");
      figures.put("start-cpu", adapter.cpu().toMillis() / 1e3, "s");
      home.drop(csv);
      Run intake = Run.of(adapter, EVENTS, () -> until(() -> home.isRead()));
      figures.put("intake-per-second", intake.perSecond(), "1/s");
      figures.put("intake-cpu", intake.cpu(), "s");
      adapter.stop();
    }
    long before = dmp.requests();
    home.moveTo(dmp.settings("unlimited"));
    try (AdapterProcess adapter = home.run(dmp.settings("unlimited"))) {
      Run delivery = Run.of(adapter, EVENTS, () -> arrive(before + EVENTS));
      figures.put("delivery-per-second", delivery.perSecond(), "1/s");
      figures.put("delivery-cpu", delivery.cpu(), "s");
    }

    figures.write();
    assertThat(dmp.requests() - before).isEqualTo(EVENTS);
  }

  private Run bare(Path bodies, int events) throws IOException {
    Path go = folder.resolve("go");
    Files.deleteIfExists(go);
    try (AdapterProcess loop =
        AdapterProcess.program(
                folder,
                BareLoop.class,
                bodies.toString(),
                dmp.settings("unlimited").get("DMP_URL"),
                go.toString())
            .awaitOutput("Ready.")) {
      long before = dmp.requests();
      create(go);
      return Run.of(loop, events, () -> arrive(before + events));
    }
  }

  private Run csvToDmp(Path csv, int events) {
    BenchHome home = BenchHome.ofCsv(folder);
    long before = dmp.requests();
    try (AdapterProcess adapter = home.run(dmp.settings("unlimited"))) {
      home.drop(csv);
      return Run.of(adapter, events, () -> arrive(before + events));
    }
  }

  private Run databaseToDmp(String url) {
    long before = dmp.requests();
    try (AdapterProcess adapter =
        BenchHome.ofDatabase(folder, url).run(dmp.settings("unlimited"))) {
      return Run.of(adapter, EVENTS, () -> arrive(before + EVENTS));
    }
  }

  private void arrive(long requests) {
    until(() -> dmp.requests() >= requests);
  }

  private static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }

  private Map<String, String> nobody() {
    Map<String, String> settings = new HashMap<>(dmp.settings("unlimited"));
    settings.put("DMP_URL", NOBODY);
    return settings;
  }

  private void state(String name, Ratios ratios) {
    Figures figures = Figures.of(name);
    ratios.into(figures);
    figures.write();
    assertThat(dmp.requests()).isPositive();
  }

  private Path csv(Shoppers shoppers) throws IOException {
    Path csv = folder.resolve("shoppers.csv");
    shoppers.writeCsv(csv);
    return csv;
  }

  private Path bodies(Shoppers shoppers) throws IOException {
    Path bodies = folder.resolve("bodies.jsonl");
    shoppers.writeBodies(bodies);
    return bodies;
  }

  private static String shop(Shoppers shoppers) throws SQLException {
    try (Connection shop = Postgres.connection()) {
      shoppers.insert(shop);
    }
    return Postgres.urlWithoutUser();
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

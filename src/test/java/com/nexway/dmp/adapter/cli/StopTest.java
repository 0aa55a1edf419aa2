package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.Nap;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop ends within the 30 s that README and image promise, whatever hangs. */
final class StopTest {
  private static final Duration PROMISED = Duration.ofSeconds(30);

  /** A database whose query never answers, and does not care that it is given up. */
  private static final String HANGS =
      """
      - templatedRoute:
          routeTemplateRef: database
          routeId: hanging
          parameters:
            - { name: mapping, value: sales }
            - { name: database, value: hanging }
            - { name: time-column, value: at }
            - { name: id-column, value: id }
            - { name: every, value: 1s }
            - name: query
              value: SELECT NAP() AS id, CURRENT_TIMESTAMP AS at, 'a@x.com' AS email
      """;

  private static final String SORTED =
      """
      - templatedRoute:
          routeTemplateRef: csv
          routeId: sorted
          parameters:
            - { name: mapping, value: sales }
            - { name: look-every, value: 200ms }
            - { name: settle-time, value: 0s }
            - { name: group, value: id }
      """;

  @TempDir Path home;
  private Sandbox dmp;
  private BusyShop shop;

  @BeforeEach
  void open() throws IOException {
    dmp = Sandbox.start();
    shop = BusyShop.in(TestHome.in(home), "shop", 30);
  }

  @AfterEach
  void close() {
    shop.close();
    dmp.close();
  }

  @Test
  void a_stop_ends_although_dmp_and_database_hang_and_a_file_is_sorted() throws IOException {
    hangEverything();
    try (AdapterProcess adapter = run()) {
      awaitThatAllHang(adapter);

      assertThat(adapter.stop()).isZero();

      assertThat(adapter.output()).contains("Stopped").doesNotContain("\tat ");
    }
    dmp.faults().clear();
    Files.delete(home.resolve("routes/sources/hanging.yaml"));
    Files.delete(home.resolve("routes/sources/sorted.yaml"));
    try (AdapterProcess adapter = AdapterProcess.run(home, dmp, shop.settings())) {
      await().until(() -> dmp.stats().taken() == 30);
      assertThat(shop.wrongAt(dmp)).isEmpty();
      assertThat(left(".rows")).as("what the sort left behind").isZero();
    }
  }

  @Test
  @Tag("soak")
  void a_stop_takes_less_than_the_thirty_seconds_that_are_promised() throws IOException {
    hangEverything();
    try (AdapterProcess adapter = run()) {
      awaitThatAllHang(adapter);
      long begun = System.nanoTime();

      assertThat(adapter.stop()).isZero();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMISED);
    }
  }

  private void hangEverything() throws IOException {
    TestHome.write(home, "routes/sources/hanging.yaml", HANGS);
    TestHome.write(home, "routes/sources/sorted.yaml", SORTED);
    dmp.faults().set(Misbehaviour.slow(Duration.ofHours(1)));
    shop.drop(30);
    Path big = Files.createDirectories(home.resolve("drop/sorted")).resolve("big.csv");
    StringBuilder lines = new StringBuilder("id;email;note\n");
    for (int i = 0; i < 20_000; i++) {
      lines.append(i % 7_919).append(";a@example.com;").append("x".repeat(2_000)).append('\n');
    }
    Files.writeString(big, lines);
  }

  private AdapterProcess run() {
    return AdapterProcess.run(
        home,
        dmp,
        shop.settings("DATABASES_HANGING_URL", Nap.URL, "DATABASES_HANGING_TIMEOUT", "2m"));
  }

  private void awaitThatAllHang(AdapterProcess adapter) {
    adapter.awaitOutput("Ready.").awaitOutput(Nap.BEGUN);
    await().until(() -> dmp.stats().requests() > 0 && left(".rows") > 0);
  }

  private long left(String name) throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("data/work"))) {
      return all.filter(path -> path.toString().contains(name)).count();
    } catch (UncheckedIOException e) {
      return left(name); // a file went while it was looked at
    }
  }
}

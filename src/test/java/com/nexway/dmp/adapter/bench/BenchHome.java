package com.nexway.dmp.adapter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A home with one source of shoppers, and the adapter that runs in it without a limit. */
final class BenchHome {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private BenchHome(Path parent) {
    try {
      folder = TestHome.in(Files.createTempDirectory(parent, "home"));
      Files.createDirectories(folder.resolve("drop/shoppers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source that takes CSV files from {@code drop/shoppers/}. */
  static BenchHome ofCsv(Path parent) {
    BenchHome home = new BenchHome(parent);
    home.source(
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: shoppers
            parameters:
              - { name: mapping, value: customers }
              - { name: settle-time, value: 0s }
              - { name: look-every, value: 100ms }
        """);
    return home;
  }

  /** A source that reads the table {@code shoppers} once. */
  static BenchHome ofDatabase(Path parent, String url) {
    BenchHome home = new BenchHome(parent);
    home.source(
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: shoppers
            parameters:
              - { name: mapping, value: customers }
              - { name: database, value: shop }
              - { name: query, value: SELECT * FROM shoppers }
              - { name: time-column, value: changed_at }
              - { name: id-column, value: id }
              - { name: every, value: 1d }
        """);
    home.environment.put("DATABASES_SHOP_URL", url);
    home.environment.put("DATABASES_SHOP_USERNAME", "postgres");
    return home;
  }

  private void source(String yaml) {
    TestHome.write(folder, "routes/sources/shoppers.yaml", yaml);
  }

  Path folder() {
    return folder;
  }

  /** Starts the adapter; it is ready when this returns. */
  AdapterProcess run(Map<String, String> dmp) {
    environment.putAll(dmp);
    return AdapterProcess.start(folder, environment, "run").awaitOutput("Ready.");
  }

  /** What waits goes to another address, which is taken for the same account. */
  void moveTo(Map<String, String> dmp) {
    environment.putAll(dmp);
    try (AdapterProcess same = AdapterProcess.start(folder, environment, "account", "same")) {
      assertThat(same.exitCode()).as(same.output()).isZero();
    }
  }

  /** Lets the running adapter find a file. */
  void drop(Path csv) {
    try {
      Path part = Files.copy(csv, folder.resolve("drop/shoppers/shoppers.part"));
      Files.move(part, folder.resolve("drop/shoppers/shoppers.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file that was dropped is read to its end. */
  boolean isRead() {
    try (Stream<Path> done = Files.list(folder.resolve("drop/shoppers/.done"))) {
      return done.findAny().isPresent();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

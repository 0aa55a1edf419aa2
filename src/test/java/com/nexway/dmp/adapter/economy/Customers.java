package com.nexway.dmp.adapter.economy;

import com.nexway.dmp.adapter.testing.TestHome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A shop's nightly export, {@code customers.csv}, read through the shipped mapping. */
final class Customers {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HEADER =
      "customer_no;email;first_name;last_name;birth_date;country;zipcode;city;street;phone;"
          + "newsletter;updated_at\n";

  private final Path folder;
  private int files;

  private Customers(Path home) {
    folder = home.resolve("drop/customers");
  }

  /**
   * Adds the source to a home.
   *
   * @param lane {@code live} or {@code backfill}
   */
  static Customers in(Path home, String lane) throws IOException {
    TestHome.write(
        home,
        "routes/sources/customers.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: customers
            parameters:
              - { name: mapping, value: customers }
              - { name: settle-time, value: 0s }
              - { name: look-every, value: 100ms }
              - { name: lane, value: %s }
        """
            .formatted(lane));
    Customers customers = new Customers(home);
    Files.createDirectories(customers.folder);
    return customers;
  }

  /** The export of a night on which nothing had changed since the shop opened. */
  void drop(int rows) throws IOException {
    drop(rows, rows + 1);
  }

  /** An export in which every {@code nth} customer has moved to another street. */
  void drop(int rows, int nth) throws IOException {
    Path written = folder.resolve("export.part");
    try (BufferedWriter out = Files.newBufferedWriter(written)) {
      out.write(HEADER);
      for (int i = 1; i <= rows; i++) {
        boolean moved = i % nth == 0;
        out.write("K" + i + ";c" + i + "@example.com;Claire;Martin;14/07/1985;FR;75011;Paris;");
        out.write(i + (moved ? " avenue" : " rue") + " des Lilas;+33 4 74 00 00 00;yes;");
        out.write((moved ? "02" : "01") + "/03/2026 09:30\n");
      }
    }
    files++;
    Files.move(written, folder.resolve("customers-" + files + ".csv"));
  }

  /** Waits until every file is read to its end; how long that took. */
  Duration awaitRead() {
    long begun = System.nanoTime();
    Awaitility.await("all files are read")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> done() == files);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private long done() throws IOException {
    Path done = folder.resolve(".done");
    if (!Files.exists(done)) {
      return 0;
    }
    try (var found = Files.list(done)) {
      return found.count();
    }
  }
}

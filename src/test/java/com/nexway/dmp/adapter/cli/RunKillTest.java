package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter as a merchant runs it: a process that may be killed at any moment. */
final class RunKillTest {
  private static final String HEADER =
      "customer_no;email;first_name;last_name;birth_date;country;zipcode;city;street;phone;"
          + "newsletter;updated_at\n";

  @TempDir Path home;
  private Sandbox dmp;

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    TestHome.in(home);
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
              - { name: look-every, value: 200ms }
              - { name: batch-records, value: "50" }
        """);
  }

  @AfterEach
  void stop() {
    dmp.close();
  }

  @Test
  void killed_three_times_in_the_middle_of_a_file_it_sends_each_record_exactly_once()
      throws IOException {
    killed(3, 2_000);
  }

  @Test
  @Tag("soak")
  void killed_fifty_times_it_sends_each_of_twenty_thousand_records_exactly_once()
      throws IOException {
    killed(50, 20_000);
  }

  private void killed(int kills, int rows) throws IOException {
    drop("customers.csv", rows);

    for (int kill = 1; kill <= kills; kill++) {
      long enough = (long) rows * kill / (kills + 1);
      try (AdapterProcess adapter = run("unlimited")) {
        awaitTaken(enough);
        adapter.kill();
      }
    }
    try (AdapterProcess adapter = run("unlimited")) {
      awaitTaken(rows);
      assertThat(adapter.stop()).isIn(0, 143);
    }

    Map<String, Long> taken =
        dmp.received().stream()
            .filter(Received::taken)
            .collect(Collectors.groupingBy(Received::email, Collectors.counting()));
    assertThat(taken).hasSize(rows);
    assertThat(taken.values()).containsOnly(1L);
    assertThat(Files.list(home.resolve("drop/customers/.done"))).hasSize(1);
  }

  private void awaitTaken(long enough) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> dmp.stats().taken() >= enough);
  }

  @Test
  void a_port_in_use_ends_the_start_with_one_and_a_sentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0);
        AdapterProcess adapter =
            AdapterProcess.start(
                home,
                Map.of(
                    "DMP_USERNAME",
                    "u",
                    "DMP_PASSWORD",
                    "p",
                    "OPERATIONS_PORT",
                    "0",
                    "WEBHOOKS_PORT",
                    Integer.toString(taken.getLocalPort())),
                "run")) {
      assertThat(adapter.exitCode()).isEqualTo(1);
      assertThat(adapter.output())
          .contains("port " + taken.getLocalPort())
          .contains("webhooks.port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void wrong_settings_end_the_start_with_one_and_all_problems() {
    try (AdapterProcess adapter =
        AdapterProcess.start(home, Map.of("DMP_PER_SECOND", "ten", "DMP_TIMEOUT", "soon"), "run")) {
      assertThat(adapter.exitCode()).isEqualTo(1);
      assertThat(adapter.output()).contains("DMP_PER_SECOND").contains("DMP_TIMEOUT");
    }
  }

  private AdapterProcess run(String perSecond) {
    return AdapterProcess.start(
            home,
            Map.of(
                "DMP_URL", dmp.uri().toString(),
                "DMP_USERNAME", "sandbox",
                "DMP_PASSWORD", "sandbox",
                "DMP_PER_SECOND", perSecond,
                "WEBHOOKS_PORT", "0",
                "OPERATIONS_PORT", "0"),
            "run")
        .awaitOutput("Ready.");
  }

  private void drop(String name, int rows) throws IOException {
    List<String> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    "K%1$d;c%1$d@example.com;A;B;;FR;75011;Paris;Rue 1;;yes;01/03/2026"
                        .formatted(i))
            .toList();
    Path folder = Files.createDirectories(home.resolve("drop/customers"));
    Files.writeString(folder.resolve(name), HEADER + String.join("\n", lines) + "\n");
  }
}

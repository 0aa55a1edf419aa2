package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --sandbox} tries everything and leaves nothing. */
final class TrialTest {
  private static final String FILE = "drop/few/few.csv";

  @TempDir Path home;
  @TempDir Path elsewhere;
  private final Map<String, String> environment = new HashMap<>();
  private List<Path> before = List.of();

  @BeforeEach
  void make_a_home() throws IOException {
    TestHome.in(home);
    TestHome.addFew(home);
    TestHome.write(home, FILE, "email\na@example.com\nb@example.com\nc@example.com\n");
    before = files();
  }

  @Test
  void what_waits_is_tried_without_an_account_and_stays_where_it_is() throws IOException {
    try (AdapterProcess trial = trial()) {
      assertThat(trial.exitCode()).as(trial.output()).isZero();
      assertThat(trial.output()).contains("The trial is over.", "The stand-in took 3 events");
    }
    assertThat(files()).isEqualTo(before);
    try (AdapterProcess again = trial()) {
      assertThat(again.exitCode()).isZero();
      assertThat(again.output()).contains("The stand-in took 3 events");
    }
  }

  @Test
  void what_was_refused_is_told_with_its_line_and_ends_with_one() throws IOException {
    TestHome.write(home, FILE, "email\na@example.com\nb at example\n");

    try (AdapterProcess trial = trial()) {
      assertThat(trial.exitCode()).isEqualTo(1);
      assertThat(trial.output())
          .contains("1 record was refused", "few, few.csv line 3: user.email", "preview SOURCE");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_database_with_a_calendar_is_read_at_once_and_a_webhook_is_not_tried() throws Exception {
    String url = "jdbc:h2:" + elsewhere.resolve("shop");
    fill(url);
    environment.put("DATABASES_SHOP_URL", url);
    environment.put("SHOP_SECRET", "secret");
    TestHome.addWebhook(home, "posts", "few", "shopify");
    TestHome.write(
        home,
        "routes/sources/nightly.yaml",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: nightly
            parameters:
              - { name: mapping, value: few }
              - { name: database, value: shop }
              - { name: query, value: "SELECT email, changed FROM customer" }
              - { name: time-column, value: changed }
              - { name: id-column, value: email }
              - { name: cron, value: "0 30 3 1 1 ?" }
        """);
    before = files();

    try (AdapterProcess trial = trial()) {
      assertThat(trial.exitCode()).as(trial.output()).isZero();
      assertThat(trial.output())
          .contains("The stand-in took 5 events")
          .contains("The webhook posts is not tried", "preview posts --input FILE");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_trial_that_is_stopped_says_so_and_leaves_nothing() throws IOException {
    neverEnding();
    try (AdapterProcess trial = trial()) {
      trial.awaitOutput("A trial:");
      trial.stop();
      assertThat(trial.output()).contains("The trial was stopped before its end.");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void what_a_kill_leaves_the_next_trial_removes() throws IOException {
    neverEnding();
    try (AdapterProcess trial = trial()) {
      trial.awaitOutput("A trial:");
      trial.kill();
    }
    assertThat(files()).hasSizeGreaterThan(before.size());
    TestHome.addFew(home);

    try (AdapterProcess next = trial()) {
      assertThat(next.exitCode()).isZero();
    }
    assertThat(files()).isEqualTo(before);
  }

  private AdapterProcess trial() {
    return AdapterProcess.start(home, environment, "run", "--sandbox");
  }

  private void neverEnding() throws IOException {
    Path source = home.resolve("routes/sources/few.yaml");
    Files.writeString(source, Files.readString(source).replace("value: 0s", "value: 1d"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void fill(String url) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.execute("CREATE TABLE customer (email VARCHAR(60), changed TIMESTAMP)");
      statement.execute(
          "INSERT INTO customer VALUES ('d@example.com', TIMESTAMP '2026-01-01 10:00:00'),"
              + " ('e@example.com', TIMESTAMP '2026-01-01 11:00:00')");
    }
  }
}

package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.testing.AskedHealth;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.TestAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor reads over HTTP of the whole adapter, running on the shipped routes. */
final class HealthRouteTest {
  @TempDir Path home;
  private TestAdapter adapter;
  private AskedHealth health;

  @BeforeEach
  void open() {
    adapter = TestAdapter.in(home);
  }

  @AfterEach
  void close() {
    adapter.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready"})
  void a_new_adapter_is_up_and_says_so_of_each_part(String path) {
    run();

    HttpResponse<String> answer = health.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(health.all().path("status").asText()).isEqualTo("UP");
    assertThat(health.all().path("words").asText()).isEqualTo("Everything works.");
    assertThat(answer.body()).contains("\"outbox\"", "\"delivery\"", "\"dead letters\"");
  }

  @Test
  void a_dmp_that_is_away_is_watched_since_when_and_leaves_ready_at_200() {
    adapter.dmp().faults().set(Misbehaviour.answer(503));
    run();
    adapter.running().outbox().accept(Orders.live("1", "2", "3", "4", "5", "6"));

    String words = health.await("delivery", "WATCH");

    assertThat(words).contains("wait since 20", "none is lost");
    assertThat(health.get("/health").statusCode()).isEqualTo(200);
    assertThat(health.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(health.all().path("status").asText()).isEqualTo("WATCH");
  }

  @Test
  void a_wrong_password_of_the_dmp_is_down_and_the_process_lives() {
    adapter.set("DMP_PASSWORD", "wrong-and-secret");
    run();
    adapter.running().outbox().accept(Orders.live("1"));

    health.await("delivery", "DOWN");

    HttpResponse<String> answer = health.get("/health");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("wrong-and-secret");
    assertThat(health.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void a_paused_source_is_watched_with_what_to_do() {
    run();
    adapter.running().outbox().pause("orders", "fifty customers in a row were refused");

    assertThat(health.status("source orders")).isEqualTo("WATCH");
    assertThat(health.words("source orders"))
        .contains("paused since 20", "fifty customers", "resume orders");
    assertThat(health.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void a_source_that_is_not_started_is_watched_and_the_others_run() {
    TestHome.write(
        home,
        "routes/sources/broken.yaml",
        "- templatedRoute:\n    routeTemplateRef: csv\n    routeId: broken\n");
    run();

    assertThat(health.status("source broken")).isEqualTo("WATCH");
    assertThat(health.words("source broken")).contains("not started", "broken.yaml");
  }

  @Test
  void a_source_whose_database_fails_each_run_is_watched_and_no_password_is_told()
      throws Exception {
    Path config = home.resolve("config/adapter.yaml");
    Files.writeString(
        config,
        Files.readString(config)
            .replace(
                "\ndatabases:",
                "\ndatabases:\n  shop:\n    url: \"jdbc:h2:"
                    + home.resolve("shop")
                    + "\"\n    username: reader\n    password: wrong-and-secret"));
    try (Connection made =
        DriverManager.getConnection("jdbc:h2:" + home.resolve("shop"), "o", "p")) {
      assertThat(made.isValid(1)).isTrue();
    }
    TestHome.write(
        home,
        "routes/sources/sales.yaml",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: sales
            parameters:
              - { name: mapping, value: orders }
              - { name: database, value: shop }
              - { name: every, value: 500ms }
              - { name: query, value: SELECT * FROM sales }
              - { name: time-column, value: changed }
              - { name: id-column, value: id }
        """);
    run();

    String words = health.await("source sales", "WATCH");

    assertThat(words).contains("database");
    assertThat(health.get("/health").body()).doesNotContain("wrong-and-secret");
    assertThat(health.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void there_is_a_number_for_each_word() {
    run();
    adapter.running().outbox().pause("orders", "fifty customers in a row were refused");

    assertThat(health.get("/metrics").body())
        .contains("dmp_adapter_parts{status=\"up\"} 3.0")
        .contains("dmp_adapter_parts{status=\"watch\"} 1.0")
        .contains("dmp_adapter_parts{status=\"down\"} 0.0");
  }

  private void run() {
    health = adapter.start().health();
    health.await("delivery", "UP");
  }
}

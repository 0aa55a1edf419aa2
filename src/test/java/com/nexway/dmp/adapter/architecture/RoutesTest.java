package com.nexway.dmp.adapter.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages meet in the routes alone: what is taken out of a route, the adapter does not do. */
final class RoutesTest {
  private static final String CUSTOMERS = "email;first_name\nclaire@example.com;Claire\nno-at;X\n";
  private static final String VALIDATE = "        - bean: { ref: validator";

  @TempDir Path home;
  private Sandbox dmp;

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    TestHome.in(home);
    TestHome.addFew(home);
    TestHome.write(home, "drop/few/customers.csv", CUSTOMERS);
  }

  @AfterEach
  void stop() {
    dmp.close();
  }

  @Test
  void with_its_routes_the_adapter_sends_what_is_right_and_nothing_else() {
    try (RunningAdapter adapter = run()) {
      await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(1));
      await()
          .untilAsserted(() -> assertThat(home.resolve("dead-letters/few")).isNotEmptyDirectory());

      assertThat(dmp.stats().requests()).isEqualTo(1);
      assertThat(adapter.health().report().status()).isEqualTo(200);
    }
  }

  @Test
  void without_the_step_that_validates_the_dmp_is_bothered_with_what_is_wrong() throws IOException {
    Path intake = home.resolve("routes/intake.yaml");
    String route = Files.readString(intake);
    assertThat(route).contains(VALIDATE);
    Files.writeString(
        intake,
        route.lines().filter(line -> !line.startsWith(VALIDATE)).reduce("", RoutesTest::lines));

    try (RunningAdapter adapter = run()) {
      await().untilAsserted(() -> assertThat(dmp.stats().status(400)).isEqualTo(1));
      assertThat(adapter.outbox().counts()).isNotEmpty();
    }
  }

  @Test
  void without_routes_nothing_happens() throws IOException {
    try (Stream<Path> routes = Files.list(home.resolve("routes"))) {
      for (Path route : routes.filter(Files::isRegularFile).toList()) {
        Files.delete(route);
      }
    }

    try (RunningAdapter adapter = run()) {
      await()
          .during(Duration.ofSeconds(2))
          .untilAsserted(() -> assertThat(dmp.stats().requests()).isZero());
      assertThat(adapter.outbox().counts()).isEmpty();
      assertThat(home.resolve("drop/few/customers.csv")).exists();
    }
  }

  private RunningAdapter run() {
    return StartedAdapter.in(
        home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"));
  }

  private static String lines(String text, String line) {
    return text + line + "\n";
  }
}

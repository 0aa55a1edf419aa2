package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of one shop, read by machines, sessions and servers of other zones. */
final class EventsInAnyZoneTest {
  private static final String MAPPING =
      """
      key: ${id}
      zone: Europe/Paris
      event:
        action: send data
        actionTime: ${paid}
        user:
          email: "${id}@example.com"
          firstName: "${sold}"
          lastName: "${paid}"
      """;

  private static final String SOURCE =
      """
      - templatedRoute:
          routeTemplateRef: database
          routeId: zones
          parameters:
            - { name: mapping, value: zones }
            - { name: database, value: shop }
            - { name: query, value: "SELECT id, sold, paid FROM sale" }
            - { name: time-column, value: sold }
            - { name: id-column, value: id }
            - { name: start, value: "2026-03-29T00:30" }
      """;

  /** Paris at both changes of its clock, and Los Angeles at one. */
  private static final String ROWS =
      "INSERT INTO sale VALUES(1, '2026-03-29 00:29:59', '2026-03-28 23:29:59'),"
          + "(2, '2026-03-29 01:30:00', '2026-03-29 00:30:00'),"
          + "(3, '2026-03-29 03:30:00', '2026-03-29 01:30:00'),"
          + "(4, '2026-10-25 01:59:59', '2026-10-24 23:59:59'),"
          + "(5, '2026-10-25 02:30:00', '2026-10-25 00:30:00'),"
          + "(6, '2026-10-25 02:30:00', '2026-10-25 01:30:00'),"
          + "(7, '2026-11-01 10:30:00', '2026-11-01 09:30:00')";

  @TempDir Path folder;

  @Test
  void are_the_same_from_mariadb() throws SQLException {
    String url = MariaDb.freshDatabase();
    run(url, "SET time_zone = '+00:00'", table("TIMESTAMP NULL", "DATETIME"), ROWS);
    List<String> here = events("here", url, "UTC");

    run(url, "SET GLOBAL time_zone = '+01:00'");
    try {
      String session = url + "&sessionVariables=time_zone='+05:30'";
      assertThat(events("there", session, "America/Los_Angeles")).isEqualTo(here);
    } finally {
      run(url, "SET GLOBAL time_zone = 'SYSTEM'");
    }
  }

  @Test
  void are_the_same_from_postgresql() throws SQLException {
    String url = Postgres.freshSchema();
    run(url, "SET TIME ZONE 'UTC'", table("TIMESTAMPTZ", "TIMESTAMP"), ROWS);
    List<String> here = events("here", url, "UTC");

    run(url, "ALTER DATABASE postgres SET timezone TO 'Europe/Paris'");
    try {
      String session = url + "&options=-c%20TimeZone=Asia/Kolkata";
      assertThat(events("there", session, "America/Los_Angeles")).isEqualTo(here);
    } finally {
      run(url, "ALTER DATABASE postgres RESET timezone");
    }
  }

  private static String table(String moment, String local) {
    return "CREATE TABLE sale(id BIGINT, sold %s, paid %s)".formatted(local, moment);
  }

  private static void run(String url, String... statements) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** All events but for the moment at which they were stored, as a machine in a zone makes them. */
  private List<String> events(String name, String url, String machine) {
    Path home = folder.resolve(name);
    TestHome.in(home);
    TestHome.write(home, "mappings/zones.yaml", MAPPING);
    TestHome.write(home, "routes/sources/zones.yaml", SOURCE);
    String[] settings = {
      "DMP_PER_SECOND", "unlimited",
      "DATABASES_SHOP_URL", url.replaceFirst("user=\\w+&?", ""),
      "DATABASES_SHOP_USERNAME", url.replaceFirst(".*user=(\\w+).*", "$1")
    };
    try (Sandbox dmp = Sandbox.start();
        AdapterProcess adapter =
            AdapterProcess.runWith(List.of("-Duser.timezone=" + machine), home, dmp, settings)) {
      adapter.awaitOutput("Ready.");
      await().until(() -> dmp.stats().taken() >= 6 || adapter.output().contains("WARN"));
      assertThat(adapter.output()).doesNotContain("WARN");
      List<String> events =
          dmp.received().stream()
              .map(
                  each -> {
                    ObjectNode event = (ObjectNode) each.json();
                    ((ObjectNode) event.path("_meta")).remove("dataAcquisitionTime");
                    return event.toString();
                  })
              .sorted()
              .toList();
      assertThat(events).hasSize(6).noneMatch(event -> event.contains("1@example.com"));
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What holds wherever the machine, the session and the server stand. */
abstract class ZonesContract extends ShopContract {
  /** The URL of a database whose sessions begin in a zone. */
  abstract String inZone(String url, String zone);

  /** What lets a session of a test write moments in UTC. */
  abstract String utc();

  @Test
  void the_same_rows_are_the_same_records_through_both_changes_of_the_clock() throws SQLException {
    String url = url();
    try (Shop paris = new Shop(url)) {
      paris.sql(
          utc(),
          "CREATE TABLE moments(id INT, changed %s, local %s)".formatted(timestamp(), moment()),
          "INSERT INTO moments VALUES(1, '2026-03-29 01:30:00', '2026-03-29 00:30:00'),"
              + "(2, '2026-03-29 02:30:00', '2026-03-29 01:30:00'),"
              + "(3, '2026-10-25 01:59:59', '2026-10-24 23:59:59'),"
              + "(4, '2026-10-25 02:30:00', '2026-10-25 00:30:00'),"
              + "(5, '2026-10-25 02:30:00', '2026-10-25 01:30:00'),"
              + "(6, '2026-11-01 01:30:00', '2026-11-01 08:30:00'),"
              + "(7, '2026-11-01 01:30:00', '2026-11-01 09:30:00')");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String machine : List.of("America/Los_Angeles", "Asia/Kolkata", "Europe/Paris", "UTC")) {
      TimeZone.setDefault(TimeZone.getTimeZone(machine));
      for (String session : List.of("Asia/Kolkata", "Europe/Paris", "America/Los_Angeles")) {
        try (Shop shop = new Shop(inZone(url, session))) {
          seen.add(moments(shop, "changed"));
          seen.add(moments(shop, "local"));
        }
      }
    }

    assertThat(seen).hasSize(1);
  }

  private static String moments(Shop shop, String time) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (SourceRecord record :
        shop.records(2, "SELECT * FROM moments", "time-column", time, "zone", "Europe/Paris")) {
      OffsetDateTime moment = (OffsetDateTime) record.fields().get("local");
      rows.add(
          record.fields().get("id")
              + " "
              + record.fields().get("changed")
              + " "
              + moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
    assertThat(rows).hasSize(7).contains("4 2026-10-25T02:30 2026-10-25T00:30Z");
    return rows.toString();
  }

  @Test
  void a_start_is_a_moment_wherever_anything_stands() throws SQLException {
    String url = url();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try (Shop shop = new Shop(inZone(url, "Asia/Kolkata"))) {
      shop.sql(
          utc(),
          "CREATE TABLE moments(id BIGINT, changed %s)".formatted(moment()),
          "INSERT INTO moments VALUES(1, '2026-11-01 09:30:00'), (2, '2026-11-01 10:30:00'),"
              + " (3, '2026-11-01 14:30:00'), (4, '2026-11-01 16:30:00')");
      try (ShopRuns runs =
          shop.runs("SELECT * FROM moments", "start", "2026-11-01T10:00Z", "zone", "Asia/Tokyo")) {
        assertThat(runs.at("2026-11-02T00:00:00Z")).containsExactly(2L, 3L, 4L);
      }
    }
  }
}

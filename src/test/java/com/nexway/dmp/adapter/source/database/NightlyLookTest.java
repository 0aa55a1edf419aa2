package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NightlyLookTest {
  private static final String TABLE =
      "CREATE TABLE orders(id BIGINT, changed TIMESTAMP NULL, mail VARCHAR(40), note VARCHAR(40))";

  @TempDir Path home;
  private final Shop h2 = new Shop("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private Shop shop = h2;

  @BeforeEach
  void make_the_table() throws SQLException {
    h2.sql(TABLE);
  }

  @AfterEach
  void drop_the_shop() {
    h2.close();
  }

  private void order(int id, String changed, String mail, String note) throws SQLException {
    shop.sql("DELETE FROM orders WHERE id = " + id);
    shop.sql("INSERT INTO orders VALUES(%d, '%s', '%s', '%s')".formatted(id, changed, mail, note));
  }

  private void order(int id, String changed) throws SQLException {
    order(id, changed, "a" + id + "@x.com", "new");
  }

  private ShopNights nights(String heading, String... given) throws IOException {
    return new ShopNights(home, shop, heading, given);
  }

  /** A shop of which two orders of ten o'clock were read in the morning. */
  private ShopNights afterOneDay(String heading, String... given) throws Exception {
    ShopNights nights = nights(heading, given);
    order(1, "2026-11-24 10:00:00");
    order(2, "2026-11-24 10:06:00");
    nights.at("2026-11-24T10:06:30Z");
    return nights;
  }

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("MariaDB", (Supplier<String>) MariaDb::freshDatabase),
        Arguments.of("PostgreSQL", (Supplier<String>) Postgres::freshSchema));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void what_was_committed_late_is_found_in_the_night_and_told(String name, Supplier<String> url)
      throws Exception {
    Logged log = Logged.of("com.nexway.dmp.adapter.source.SourceStates");
    try (Shop real = new Shop(url.get())) {
      shop = real;
      real.sql(TABLE);
      try (ShopNights nights = afterOneDay("key: ${mail}")) {
        DatabasePosition before = nights.position();
        order(3, "2026-11-24 09:50:00");
        assertThat(nights.at("2026-11-24T10:07:30Z")).isZero();

        assertThat(nights.at("2026-11-25T03:00:10Z")).isOne();

        assertThat(nights.count("missed")).isOne();
        assertThat(nights.position().cursor()).isEqualTo(before.cursor());
        assertThat(nights.told())
            .singleElement()
            .asString()
            .contains("1 record came behind the cursor", "With overlap: 20m");
        assertThat(nights.at("2026-11-25T03:01:10Z")).isZero();
        assertThat(log.lines()).filteredOn(line -> line.contains("overlap: 20m")).hasSize(1);
        assertThat(nights.at("2026-11-26T03:01:10Z")).isZero();
        assertThat(nights.told()).isEmpty();
      }
    }
  }

  @Test
  void a_change_that_was_committed_late_is_found_too() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      order(1, "2026-11-24 10:01:00", "a1@x.com", "paid");

      assertThat(nights.at("2026-11-25T03:00:10Z")).isOne();
      assertThat(nights.count("missed")).isOne();
    }
  }

  @Test
  void what_is_unchanged_costs_nothing() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      order(1, "2026-11-24 12:00:00", "a1@x.com", "paid");
      assertThat(nights.at("2026-11-24T12:00:30Z")).isOne();

      assertThat(nights.at("2026-11-25T04:00:00Z")).isZero();

      assertThat(nights.count("missed")).isZero();
      assertThat(nights.told()).isEmpty();
    }
  }

  @Test
  void an_older_order_of_a_customer_is_not_taken_for_a_missed_one() throws Exception {
    try (ShopNights nights = nights("key: ${mail}")) {
      order(1, "2026-11-24 10:00:00", "a@x.com", "first");
      order(2, "2026-11-24 11:00:00", "a@x.com", "second");
      order(3, "2026-11-24 12:00:00", "b@x.com", "other");
      nights.at("2026-11-24T12:01:00Z");
      order(4, "2026-11-25 02:59:00", "b@x.com", "newest");
      nights.at("2026-11-25T02:59:30Z");
      long queued = nights.count("queued");

      assertThat(nights.at("2026-11-25T03:00:00Z")).isZero();
      nights.restart();
      assertThat(nights.at("2026-11-26T03:00:00Z")).isZero();

      assertThat(nights.count("queued")).isEqualTo(queued);
    }
  }

  @Test
  void what_another_source_told_last_is_not_sent_over() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      nights.webhook("a1@x.com", "newer");
      nights.webhook("a2@x.com", "newer");

      assertThat(nights.at("2026-11-25T03:00:10Z")).isZero();
    }
  }

  @Test
  void nothing_from_before_the_start_is_looked_at() throws Exception {
    for (String start : List.of("2026-11-24T09:00Z", "now")) {
      order(1, "2026-11-24 08:00:00");
      order(2, "2026-11-24 09:30:00");
      Path folder = home.resolve(start.substring(0, 3));
      assertThat(folder.toFile().mkdir()).isTrue();
      try (ShopNights nights = new ShopNights(folder, shop, "key: ${mail}", "start", start)) {
        nights.at("2026-11-24T10:00:00Z");
        order(3, "2026-11-24 20:00:00");
        nights.at("2026-11-24T20:00:30Z");
        order(4, "2026-11-24 08:30:00");

        assertThat(nights.at("2026-11-25T03:00:10Z")).isZero();
      }
    }
  }

  @Test
  void what_lies_further_back_than_three_days_is_not_looked_at() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      order(3, "2026-11-21 10:05:00");
      order(4, "2026-11-21 10:07:00");

      assertThat(nights.at("2026-11-25T03:00:10Z")).isOne();
    }
  }

  @Test
  void a_look_that_was_killed_is_made_again_and_no_other_that_night() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      order(3, "2026-11-24 09:50:00");
      // The records of the usual run are noted first, then come those behind.
      assertThat(nights.at("2026-11-25T03:00:10Z", 2)).isOne();
      order(4, "2026-11-24 09:51:00");
      nights.restart();

      assertThat(nights.at("2026-11-25T03:00:20Z")).isOne();
      assertThat(nights.count("missed")).isEqualTo(2);
      order(5, "2026-11-24 09:52:00");
      nights.restart();
      assertThat(nights.at("2026-11-25T03:00:30Z")).isZero();
      assertThat(nights.told()).singleElement().asString().contains("overlap: 20m");
    }
  }

  @Test
  void a_source_that_reads_once_a_day_looks_each_time() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}", "cron", "0 0 1 * * ?")) {
      order(3, "2026-11-24 09:50:00");
      assertThat(nights.at("2026-11-25T01:00:00Z")).isZero(); // still the night before
      assertThat(nights.at("2026-11-26T01:00:00Z")).isOne();
      order(4, "2026-11-24 09:51:00");
      assertThat(nights.at("2026-11-27T01:00:00Z")).isOne();
    }
  }

  @Test
  void a_night_begins_at_three_of_the_source_s_clock_through_both_changes() throws Exception {
    for (String sunday : List.of("2026-10-25", "2027-03-28")) {
      boolean winter = sunday.startsWith("2026-10");
      String zone = "Europe/Paris";
      Path folder = home.resolve(sunday);
      assertThat(folder.toFile().mkdir()).isTrue();
      shop.sql("DELETE FROM orders");
      try (ShopNights nights = new ShopNights(folder, shop, "key: ${mail}", "zone", zone)) {
        order(1, sunday + " 00:30:00");
        nights.at(sunday + "T00:00:00Z");
        order(2, sunday + " 00:10:00");
        String before = winter ? "T01:59:59Z" : "T00:59:59Z"; // 02:59:59 CET, 01:59:59 CET
        assertThat(nights.at(sunday + before)).isZero();
        assertThat(nights.at(sunday + (winter ? "T02:00:00Z" : "T01:00:00Z"))).isOne();
        order(3, sunday + " 00:11:00");
        assertThat(nights.at(sunday + "T22:00:00Z")).isZero();
      }
    }
  }

  @Test
  void a_mapping_that_was_changed_sends_nothing_of_the_last_days_again() throws Exception {
    try (ShopNights nights = afterOneDay("key: ${mail}")) {
      nights.startWith(nights.mapping().replace("\"${note}\"", "\"N ${note}\""));
      order(3, "2026-11-24 18:00:00");
      nights.at("2026-11-24T18:00:30Z");
      order(4, "2026-11-25 02:00:00");
      nights.at("2026-11-25T02:00:30Z");
      order(5, "2026-11-25 01:00:00");

      assertThat(nights.at("2026-11-25T03:00:00Z")).isOne();
      assertThat(nights.count("missed")).isOne();
    }
  }
}

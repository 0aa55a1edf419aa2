package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a shop's database of any make. */
abstract class ShopContract extends ShapesContract {
  private final TimeZone before = TimeZone.getDefault();
  private Shop shop;

  /** The URL of an empty database. */
  abstract String url();

  /** The type of a date and time without a zone. */
  abstract String timestamp();

  @Override
  Shop shop() {
    return shop;
  }

  @BeforeEach
  void open() throws SQLException {
    // In this zone, 2026-03-29 has no 02:30.
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
    shop = new Shop(url());
    shop.sql("CREATE TABLE orders(id BIGINT, changed " + timestamp() + ", total DECIMAL(18,6))");
  }

  @AfterEach
  void restore() {
    shop.close();
    TimeZone.setDefault(before);
  }

  @Test
  void every_digit_of_ids_and_money_is_kept() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(9007199254740993, '2026-01-01 00:00:00', 0.100000)");

    Map<String, Object> row = rows("SELECT * FROM orders").get(0);

    assertThat(row.get("id")).isEqualTo(9007199254740993L);
    assertThat(String.valueOf(row.get("total"))).isEqualTo("0.100000");
  }

  @Test
  void a_time_without_a_zone_is_read_as_it_stands_even_where_this_machines_clock_skips_it()
      throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, '2026-03-29 02:30:00', NULL)");
    shop.sql("INSERT INTO orders VALUES(2, '2026-10-25 02:30:00.25', NULL)");

    assertThat(rows("SELECT * FROM orders"))
        .extracting(row -> row.get("changed"))
        .containsExactly(
            LocalDateTime.parse("2026-03-29T02:30"), LocalDateTime.parse("2026-10-25T02:30:00.25"));
  }

  @Test
  void pages_go_on_behind_the_last_record_in_that_hour_too() throws SQLException {
    List<Long> expected = new ArrayList<>();
    for (long id = 1; id <= 20; id++) {
      shop.sql("INSERT INTO orders VALUES(" + id + ", '2026-03-29 02:30:00', 1)");
      shop.sql("INSERT INTO orders VALUES(" + (100 + id) + ", '2026-10-25 02:30:00', 1)");
    }
    IntStream.rangeClosed(1, 20).forEach(id -> expected.add((long) id));
    IntStream.rangeClosed(101, 120).forEach(id -> expected.add((long) id));

    assertThat(rows(3, "SELECT * FROM orders"))
        .extracting(row -> row.get("id"))
        .isEqualTo(expected);
  }

  @Test
  void the_query_stands_to_the_letter() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, '2026-01-01 00:00:00', 1)");

    List<Map<String, Object>> rows =
        rows("SELECT o.*, 'a & b :x' AS text\n  FROM orders o -- all\n WHERE 1 < 2 ;\n");

    assertThat(rows).extracting(row -> row.get("text")).containsExactly("a & b :x");
  }

  @Test
  void a_query_with_a_common_table_is_one_select_as_well() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, '2026-01-01 00:00:00', 1)");

    assertThat(rows("WITH o AS (SELECT * FROM orders) SELECT id, changed FROM o")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void an_id_of_any_type_makes_the_round_trip(String type, String value) throws SQLException {
    shop.sql("CREATE TABLE things(id %s, changed %s)".formatted(type, timestamp()));
    shop.sql(
        IntStream.rangeClosed(1, 30)
            .mapToObj(value::formatted)
            .map("INSERT INTO things VALUES(%s, '2026-11-01 10:00:00')"::formatted)
            .toArray(String[]::new));

    assertThat(rows(7, "SELECT * FROM things"))
        .extracting(row -> row.get("id"))
        .hasSize(30)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("times")
  void a_time_of_any_type_makes_the_round_trip_and_has_an_overlap(
      String type, String value, int inOverlap) throws SQLException {
    shop.sql("CREATE TABLE things(id INT, changed %s)".formatted(type));
    shop.sql(
        IntStream.rangeClosed(10, 30)
            .mapToObj(i -> "INSERT INTO things VALUES(%d, %s)".formatted(i, value.formatted(i)))
            .toArray(String[]::new));
    DatabaseLimits limits = new DatabaseLimits(7, 7, 100, 1_000_000, 100_000);

    List<Batch> first = shop.batches(limits, "SELECT * FROM things");
    assertThat(first).flatExtracting(Batch::records).hasSize(21);
    Batch last = first.get(first.size() - 1);
    assertThat(
            shop.run(
                DatabasePosition.of(Optional.ofNullable(last.checkpoint())),
                "SELECT * FROM things",
                "overlap",
                "5m"))
        .extracting(record -> record.origin().place())
        .hasSize(inOverlap)
        .last()
        .isEqualTo("id 30");
  }

  @Test
  void rows_without_a_time_are_counted_and_told_with_what_to_write() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, NULL, 1), (2, '2026-11-01 10:00:00', 1)");
    shop.sql("INSERT INTO orders VALUES(NULL, '2026-11-01 10:00:00', 1)");

    assertThat(rows("SELECT * FROM orders")).extracting(row -> row.get("id")).containsExactly(2L);
    assertThat(shop.unreachable("SELECT * FROM orders")).startsWith("2 rows have");
  }

  @Test
  void a_page_ends_where_its_rows_take_too_much_memory() throws SQLException {
    shop.sql(
        "CREATE TABLE large(id INT, changed %s, body %s)".formatted(timestamp(), "VARCHAR(9000)"));
    for (int i = 1; i <= 20; i++) {
      shop.sql(
          "INSERT INTO large VALUES(%d, '2026-11-01 10:00:00', '%s')"
              .formatted(i, "x".repeat(1000)));
    }

    List<Batch> batches =
        shop.batches(new DatabaseLimits(20, 20, 100, 3500, 2000), "SELECT * FROM large");

    assertThat(batches).flatExtracting(Batch::records).hasSize(20);
    assertThat(batches).allSatisfy(batch -> assertThat(batch.records()).hasSizeLessThan(5));
  }

  @Test
  void a_record_that_takes_too_much_memory_is_a_dead_letter_and_the_next_ones_are_read()
      throws SQLException {
    shop.sql("CREATE TABLE large(id INT, changed %s, body VARCHAR(9000))".formatted(timestamp()));
    for (int i = 1; i <= 5; i++) {
      shop.sql(
          "INSERT INTO large VALUES(%d, '2026-11-01 10:00:00', '%s')"
              .formatted(i, "x".repeat(i == 3 ? 5000 : 10)));
    }

    List<Batch> batches =
        shop.batches(new DatabaseLimits(20, 20, 100, 20_000, 2000), "SELECT * FROM large");

    assertThat(batches).flatExtracting(Batch::records).hasSize(4);
    assertThat(batches)
        .flatExtracting(Batch::unreadable)
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.toString())
                    .contains("id 3")
                    .containsIgnoringCase("in 'body'")
                    .hasSizeLessThan(2000));
  }

  @Test
  void rows_of_one_record_that_take_too_much_memory_are_a_dead_letter() throws SQLException {
    shop.sql("CREATE TABLE large(id INT, changed %s, body VARCHAR(9000))".formatted(timestamp()));
    for (int i = 1; i <= 60; i++) {
      shop.sql(
          "INSERT INTO large VALUES(%d, '2026-11-01 10:00:00', '%s')"
              .formatted(i < 10 ? 1 : i > 50 ? 3 : 2, "x".repeat(98) + (10 + i)));
    }

    List<Batch> batches =
        shop.batches(new DatabaseLimits(100, 100, 100, 3000, 2000), "SELECT * FROM large");

    assertThat(batches)
        .flatExtracting(Batch::records)
        .extracting(SourceRecord::origin)
        .extracting(Origin::place)
        .containsExactly("id 1", "id 3");
    assertThat(batches)
        .flatExtracting(Batch::unreadable)
        .singleElement()
        .asString()
        .contains("id 2");
  }

  @Test
  void a_start_is_a_moment_wherever_this_machine_stands() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    shop.sql("CREATE TABLE things(id INT, changed " + moment() + ")");
    for (int hour : new int[] {9, 10, 14, 16}) {
      shop.sql(
          "INSERT INTO things VALUES(%d, '2026-11-01 %02d:30:00%s')"
              .formatted(hour, hour, behindMoment()));
    }

    assertThat(
            shop.run(DatabasePosition.UNREAD, "SELECT * FROM things", "start", "2026-11-01T10:00Z"))
        .extracting(record -> record.origin().place())
        .containsExactly("id 10", "id 14", "id 16");
  }

  @Test
  void a_start_is_found_in_columns_of_seconds_and_of_parts_of_them() throws SQLException {
    shop.sql("CREATE TABLE things(id INT, changed BIGINT, ms BIGINT)");
    shop.sql(
        "INSERT INTO things VALUES(1, 1793527199, 1793527199000), (2, 1793527200, 1793527200000)");

    for (String query :
        List.of(
            "SELECT id, changed FROM things",
            "SELECT id, ms AS changed FROM things",
            "SELECT id, ms * 1000 AS changed FROM things",
            "SELECT id, ms * 1000000 AS changed FROM things")) {
      assertThat(shop.run(DatabasePosition.UNREAD, query, "start", "2026-11-01T10:00Z"))
          .extracting(record -> record.origin().place())
          .containsExactly("id 2");
    }
  }

  @Test
  void a_text_has_no_overlap_and_is_refused_with_what_to_write() throws SQLException {
    shop.sql("CREATE TABLE things(id INT, changed VARCHAR(40))");
    shop.sql("INSERT INTO things VALUES(1, '2026-11-01 10:00:00')");

    assertThatThrownBy(() -> rows("SELECT * FROM things"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContainingAll("time-column", "overlap", "CAST(");
    assertThat(rows(10, "SELECT * FROM things", "overlap", "0s")).hasSize(1);
  }

  /** The type of a moment. */
  abstract String moment();

  /** What stands behind a moment of UTC, where this test writes one. */
  String behindMoment() {
    return "+00";
  }

  /** The columns of all records; their names in small letters, as this make may not give them. */
  List<Map<String, Object>> rows(String query, String... given) throws SQLException {
    return rows(1000, query, given);
  }

  List<Map<String, Object>> rows(int pageRows, String query, String... given) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SourceRecord record : shop.records(pageRows, query, given)) {
      Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      row.putAll(record.fields());
      rows.add(row);
    }
    return rows;
  }
}

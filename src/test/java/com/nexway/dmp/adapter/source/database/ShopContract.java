package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found before the first run, on a shop's database of any make. */
abstract class TrialContract {
  private static final String ALL = "SELECT id, changed, total FROM orders";

  private Shop shop;

  /** The URL of an empty database. */
  abstract String url();

  /** A FROM of n rows, whose number is {@code n}. */
  abstract String numbers(int n);

  /** A date and time so many seconds after 2026-01-01. */
  abstract String after(String seconds);

  /** So many rows that reading them all takes long. */
  int large() {
    return 200_000;
  }

  Shop shop() {
    return shop;
  }

  @BeforeEach
  void open() throws SQLException {
    shop = new Shop(url());
    shop.sql(
        "CREATE TABLE orders(id BIGINT, changed "
            + (url().contains("mariadb") ? "DATETIME" : "TIMESTAMP")
            + ", total DECIMAL(18,6))");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void of_a_table_that_can_be_read_nothing_is_told() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, '2026-01-01 00:00:00', 1)");

    assertThat(shop.trial(ALL).problems()).isEmpty();
    assertThat(shop.trial(ALL).remarks()).isEmpty();
  }

  @Test
  void an_empty_table_is_right() throws SQLException {
    assertThat(shop.trial(ALL).problems()).isEmpty();
    assertThat(shop.trial(ALL).remarks()).isEmpty();
  }

  @Test
  void rows_without_a_time_or_an_id_are_counted() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, NULL, 1), (NULL, '2026-01-01 00:00:00', 1)");
    shop.sql("INSERT INTO orders VALUES(2, '2026-01-01 00:00:00', 1)");

    assertThat(shop.trial(ALL).problems())
        .singleElement()
        .asString()
        .startsWith("2 rows have no value in changed or id and are never read;")
        .contains("COALESCE(");
  }

  @Test
  void an_id_whose_rows_have_several_times_is_told() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(1, '2026-01-01 00:00:00', 1)");
    shop.sql("INSERT INTO orders VALUES(2, '2026-01-01 00:01:00', 1)");
    shop.sql("INSERT INTO orders VALUES(1, '2026-01-01 00:05:00', 2)");

    assertThat(shop.trial(ALL).problems())
        .singleElement()
        .asString()
        .startsWith("id 1 would not be read")
        .contains("'changed'");
  }

  @Test
  void a_newest_row_ahead_of_the_database_s_clock_is_told_with_the_zone() throws SQLException {
    LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC).plusMinutes(58).withNano(0);
    shop.sql("INSERT INTO orders VALUES(1, '" + soon.toString().replace('T', ' ') + "', 1)");

    assertThat(shop.trial(ALL).remarks())
        .singleElement()
        .asString()
        .startsWith("the newest 'changed' is ")
        .contains("ahead of the database's clock", "set zone to that of the shop");
    assertThat(shop.trial(ALL, "zone", "Asia/Tokyo").remarks()).isEmpty();
  }

  @Test
  void a_large_table_without_an_index_is_told_with_the_index_to_make() throws SQLException {
    fill(large());

    assertThat(shop.trial("SELECT o.id, o.changed FROM orders o").remarks())
        .singleElement()
        .asString()
        .startsWith("each run reads the whole table '")
        .containsIgnoringCase("CREATE INDEX orders_changed ON orders (changed, id)");
  }

  @Test
  void a_small_table_and_a_large_one_with_an_index_are_right() throws SQLException {
    fill(5_000);
    assertThat(shop.trial(ALL).remarks()).isEmpty();

    fill(large());
    shop.sql("CREATE INDEX orders_changed ON orders (changed, id)");

    assertThat(shop.trial(ALL).remarks()).isEmpty();
  }

  @Test
  void a_large_table_that_is_joined_without_an_index_is_told_with_one() throws SQLException {
    shop.sql("INSERT INTO orders VALUES(7, '2026-01-01 00:00:00', 1)");
    shop.sql("CREATE TABLE items(order_id BIGINT, sku VARCHAR(20))");
    shop.sql("INSERT INTO items SELECT n, 'x' FROM " + numbers(large()));

    assertThat(
            shop.trial(
                    "SELECT i.sku, o.id, o.changed FROM orders o JOIN items i ON i.order_id = o.id")
                .remarks())
        .singleElement()
        .asString()
        .startsWith("each run reads the whole table '")
        .containsIgnoringCase(
            "give the column by which the query joins it an index, as in CREATE INDEX items_joined"
                + " ON items (COLUMN)");
  }

  private void fill(int rows) throws SQLException {
    shop.sql("INSERT INTO orders SELECT n, " + after("n") + ", 1 FROM " + numbers(rows));
  }
}

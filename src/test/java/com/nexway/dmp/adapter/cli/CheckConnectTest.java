package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckConnectTest {
  private static final String SHOP = "jdbc:h2:mem:check-connect";

  @TempDir Path folder;
  private Connection shop;

  @BeforeEach
  void makeHomeAndShop() throws IOException, SQLException {
    shop = DriverManager.getConnection(SHOP);
    try (Statement statement = shop.createStatement()) {
      statement.execute("CREATE TABLE customer (id INT, mail VARCHAR(99), changed TIMESTAMP)");
    }
    Files.createDirectories(folder.resolve("routes/sources"));
    Files.createDirectory(folder.resolve("mappings"));
    Files.createDirectory(folder.resolve("config"));
    Files.copy(Path.of("routes/database.yaml"), folder.resolve("routes/database.yaml"));
    mapping("");
    settings(SHOP);
    source("SELECT id, mail AS \"email\", changed FROM customer;");
  }

  @AfterEach
  void closeShop() throws SQLException {
    shop.close();
  }

  @Test
  void a_query_with_every_column_is_right() {
    assertThat(check().exit()).isZero();
  }

  @Test
  void a_version_without_a_zone_is_told_before_each_record_is_a_dead_letter()
      throws IOException, SQLException {
    customer("1, 'ann@example.com', '2026-03-01 10:15:00'");
    customer("2, 'bob@example.com', '2026-03-02 10:15:00'");
    mapping("version: ${changed}\n");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains(
            "mappings/customers.yaml: 2 of 2 records looked at would be dead letters, such as ",
            "from changed '2026-03-01T10:15' has no zone; say where that time is meant, for example"
                + " zone: UTC");

    mapping("version: ${changed}\nzone: UTC\n");
    assertThat(check().exit()).isZero();
  }

  @Test
  void one_record_that_is_wrong_among_others_is_a_remark() throws IOException, SQLException {
    customer("1, 'ann@example.com', '2026-03-01 10:15:00'");
    customer("2, 'bob', '2026-03-02 10:15:00'");

    Called called = check();

    assertThat(called.exit()).isZero();
    assertThat(called.out())
        .containsOnlyOnce("remark: 1 of 2 records looked at would be dead letters, such as ")
        .contains("/user/email from email is no address that the DMP takes");
  }

  @Test
  void a_column_that_the_query_lacks_is_told_where_it_is_used() throws IOException {
    source("SELECT id, mail AS \"e_mail\", changed AS \"change\" FROM customer");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains(
            "routes/sources/customers.yaml: time-column: the query has no column 'changed'; did"
                + " you mean change?; it has ID, e_mail, change")
        .contains("mappings/customers.yaml:5:")
        .contains("the source has no column 'email'; did you mean 'e_mail'? (in source customers)");
  }

  @Test
  void a_cursor_column_is_found_whatever_its_capitals() throws IOException {
    source("SELECT id, mail AS \"email\", changed AS \"Changed\" FROM customer");

    assertThat(check().exit()).isZero();
  }

  @Test
  void two_columns_of_one_name_are_told() throws IOException {
    source("SELECT id, mail AS \"email\", changed, changed AS id FROM customer");

    assertThat(check().out())
        .startsWith("routes/sources/customers.yaml: the query ")
        .contains("ID");
  }

  @Test
  void a_query_that_the_database_refuses_is_told() throws IOException {
    source("SELECT id FROM customers");

    assertThat(check().out())
        .contains("routes/sources/customers.yaml: the query cannot be run on shop: ")
        .contains("CUSTOMERS");
  }

  @Test
  void a_database_that_is_away_is_told_once() throws IOException {
    settings("jdbc:postgresql://127.0.0.1:1/shop");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .startsWith("config/adapter.yaml: databases.shop cannot be reached: ")
        .endsWith("1 thing to mend." + System.lineSeparator())
        .doesNotContain("swordfish");
  }

  @Test
  void the_header_of_a_file_in_the_drop_folder_is_compared_with_the_mapping() throws IOException {
    csvSource();
    drop("drop/customers/monday.csv", "e-mail;name\nann@example.com;Ann\n");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("the source has no column 'email'; did you mean 'e-mail'?")
        .contains(" (in drop/customers/monday.csv)");
  }

  @Test
  void a_file_that_was_read_before_tells_the_columns_when_none_waits() throws IOException {
    csvSource();
    drop("drop/customers/.done/20260301-101500000-monday.csv", "email\nann@example.com\n");
    drop("drop/customers/.done/20260302-101500000-tuesday.csv", "mail\nann@example.com\n");

    assertThat(check().out()).contains("(in drop/customers/.done/20260302-101500000-tuesday.csv)");
  }

  @Test
  void a_column_that_has_a_default_may_be_missing_and_is_remarked() throws IOException {
    csvSource();
    write(
        "mappings/customers.yaml",
        """
        key: ${email}
        event:
          action: send data
          user:
            email: ${email}
            firstName: { column: fristname, default: "${name}" }
            lastName: { column: surname, default: skip }
        """);
    drop("drop/customers/monday.csv", "email;firstname;name\nann@example.com;Ann;Ann\n");

    Called called = check();

    assertThat(called.out())
        .contains(
            "mappings/customers.yaml:6:26: remark: the source has no column 'fristname', so that"
                + " default: is taken; did you mean 'firstname'? (in drop/customers/monday.csv)")
        .contains("mappings/customers.yaml:7:25: the source has no column 'surname'; it has")
        .endsWith("1 thing to mend." + System.lineSeparator());
  }

  @Test
  void a_file_without_a_header_is_told() throws IOException {
    csvSource();
    drop("drop/customers/monday.csv", "ann@example.com;Ann\n");

    assertThat(check().out())
        .startsWith(
            "drop/customers/monday.csv: the file would not be read: line 1 holds an e-mail");
  }

  @Test
  void an_outbox_that_is_damaged_is_told() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Path file = folder.resolve("data/outbox.db");
    Database.open(Location.of("jdbc:sqlite:" + file)).close();
    Files.writeString(file, "not a database at all, ".repeat(1000));

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out()).startsWith("config/adapter.yaml: outbox.url: ").contains("outbox.db");
  }

  private Called check() {
    return Called.with("check", "--connect", "--home", folder.toString());
  }

  private void mapping(String heading) throws IOException {
    write(
        "mappings/customers.yaml",
        heading
            + """
            key: ${email}
            event:
              action: send data
              user:
                email: ${email}
            """);
  }

  private void customer(String values) throws SQLException {
    try (Statement statement = shop.createStatement()) {
      statement.execute("INSERT INTO customer VALUES (" + values + ")");
    }
  }

  private void settings(String url) throws IOException {
    write(
        "config/adapter.yaml",
        """
        dmp: {username: merchant, password: swordfish}
        databases:
          shop: {url: "%s"}
        """
            .formatted(url));
    TestHome.close(folder.resolve("config/adapter.yaml"));
  }

  private void source(String query) throws IOException {
    write(
        "routes/sources/customers.yaml",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: customers
            parameters:
              - {name: mapping, value: customers}
              - {name: database, value: shop}
              - {name: query, value: '%s'}
              - {name: time-column, value: changed}
              - {name: id-column, value: id}
        """
            .formatted(query));
  }

  private void csvSource() throws IOException {
    Files.copy(Path.of("routes/csv.yaml"), folder.resolve("routes/csv.yaml"));
    write(
        "routes/sources/customers.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: customers
            parameters:
              - {name: mapping, value: customers}
        """);
  }

  private void drop(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    write(file, text);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}

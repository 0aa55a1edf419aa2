package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

final class DatabaseRouteTest {
  private static final String QUERY =
      """
      -- the orders & their lines
      SELECT o.id, o.changed, o.email, l.item
        FROM orders o JOIN lines l ON l.order_id = o.id
       WHERE o.state <> 'a & b' -- to the letter
      """;

  @TempDir Path home;
  private final RecordingIntake intake = new RecordingIntake();
  private final JdbcDataSource shop = new JdbcDataSource();
  private Connection keepAlive;

  @BeforeEach
  void openShop() throws SQLException {
    shop.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    keepAlive = shop.getConnection();
    sql(
        "CREATE TABLE orders(id BIGINT PRIMARY KEY, changed TIMESTAMP, email VARCHAR, state VARCHAR)");
    sql("CREATE TABLE lines(order_id BIGINT, item VARCHAR)");
  }

  @AfterEach
  void closeShop() throws SQLException {
    keepAlive.close();
  }

  private RunningSources start(String... given) {
    String[] all = new String[given.length + 6];
    System.arraycopy(
        new String[] {"query", QUERY, "time-column", "changed", "id-column", "id"}, 0, all, 0, 6);
    System.arraycopy(given, 0, all, 6, given.length);
    return new RunningSources.Builder(home, intake).reading(shop).database("orders", all).start();
  }

  @Test
  void the_rows_of_one_order_are_one_record_across_the_borders_of_pages() throws Exception {
    for (int id = 1; id <= 400; id++) {
      order(id, "2026-11-01 10:00:00", 1 + id % 4);
    }

    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() >= 400 && idle(running));
    }

    assertThat(intake.values("ID")).isEqualTo(ids(1, 400));
    assertThat(intake.records())
        .allSatisfy(
            record ->
                assertThat(record.rows())
                    .hasSize((int) (1 + (Long) record.fields().get("ID") % 4)));
    assertThat(intake.batches()).extracting(Batch::lane).containsOnly(Lane.BACKFILL);
    assertThat(intake.variables().get(0)).containsEntry("mapping", "orders");
  }

  @Test
  void a_group_larger_than_the_page_is_read_whole() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    order(2, "2026-11-01 10:00:00", 2500);
    order(3, "2026-11-01 10:00:00", 1);

    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() >= 3);
    }

    assertThat(intake.records())
        .extracting(record -> record.rows().size())
        .containsExactly(1, 2500, 1);
  }

  @Test
  void a_group_larger_than_the_limit_is_told_and_passed() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    order(2, "2026-11-01 10:00:00", 10_001);
    order(3, "2026-11-01 10:00:00", 1);

    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() >= 2);
    }

    assertThat(intake.values("ID")).containsExactly(1L, 3L);
    // Each run within the overlap finds it again; the outbox keeps one dead letter of it.
    assertThat(intake.unreadable())
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told.toString()).contains("id 2", "more than 10,000 rows"));
  }

  @Test
  void what_changes_later_is_live_and_what_did_not_change_is_not_read_twice() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    order(2, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() == 2);
      await().pollDelay(Duration.ofMillis(700)).until(() -> true);
      assertThat(intake.records()).hasSize(2);

      sql("UPDATE orders SET changed = '2026-11-01 10:05:00', email = 'new' WHERE id = 1");

      await().until(() -> intake.records().size() == 3);
      assertThat(intake.batches().get(intake.batches().size() - 1).lane()).isEqualTo(Lane.LIVE);
      assertThat(intake.values("EMAIL")).endsWith("new");
    }
  }

  @Test
  void a_row_that_was_committed_late_is_found_inside_the_overlap() throws Exception {
    order(5, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() == 1);

      order(4, "2026-11-01 09:59:10", 1);
      order(3, "2026-11-01 09:50:00", 1);

      await().until(() -> intake.records().size() == 2);
      await().pollDelay(Duration.ofMillis(500)).until(() -> true);
      assertThat(intake.values("ID")).containsExactly(5L, 4L);
      assertThat(position()).contains("2026-11-01 10:00");
    }
  }

  @Test
  void after_a_restart_the_first_run_goes_on_behind_the_checkpoint() throws Exception {
    orders(1200);
    intake.failAfter(2);
    try (RunningSources running = start()) {
      await().until(() -> known(running) && running.state("orders").isFailing());
      assertThat(running.state("orders").failure())
          .isEqualTo("the database could not be read: the disk is full");
    }
    intake.work();

    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() >= 1200 && idle(running));
      assertThat(running.state("orders").failure()).isNull();
    }

    // What the process before has stored may come again as a change: its outbox knows it.
    assertThat(intake.batches())
        .filteredOn(batch -> batch.lane() == Lane.BACKFILL)
        .flatExtracting(Batch::records)
        .extracting(record -> record.fields().get("ID"))
        .isEqualTo(ids(1, 1200));
  }

  @Test
  void from_now_on_reads_nothing_older() throws Exception {
    order(1, "2026-11-01 09:00:00", 1);
    order(2, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start("start", "now", "overlap", "0s")) {
      await().until(() -> !intake.batches().isEmpty());
      order(3, "2026-11-01 10:00:01", 1);

      await().until(() -> intake.values("ID").contains(3L));
      assertThat(intake.values("ID")).doesNotContain(1L);
      assertThat(intake.batches().get(1).lane()).isEqualTo(Lane.LIVE);
    }
  }

  @Test
  void from_a_moment_on_reads_nothing_older() throws Exception {
    order(1, "2026-10-31 23:59:59", 1);
    order(2, "2026-11-01 00:00:00", 1);

    try (RunningSources running = start("start", "2026-11-01T00:00Z")) {
      await().until(() -> !intake.batches().isEmpty() && idle(running));
    }
    try (RunningSources again = start("start", "2026-11-01T00:00Z")) {
      await().until(() -> idle(again));
    }

    assertThat(intake.values("ID")).containsOnly(2L);
  }

  @Test
  void polls_of_one_source_never_overlap() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    int[] inside = {0};
    int[] most = {0};
    intake.before(
        () -> {
          synchronized (inside) {
            inside[0]++;
            most[0] = Math.max(most[0], inside[0]);
          }
          await().pollDelay(Duration.ofMillis(900)).until(() -> true);
          synchronized (inside) {
            inside[0]--;
          }
        });

    try (RunningSources running = start("every", "100ms")) {
      for (int id = 2; id <= 4; id++) {
        order(id, "2026-11-01 10:00:0" + id, 1);
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
      }
      await().until(() -> intake.records().size() == 4);
    }

    assertThat(most[0]).isEqualTo(1);
  }

  @Test
  void a_database_that_is_away_is_told_and_read_when_it_is_back() throws Exception {
    sql("ALTER TABLE lines RENAME TO hidden");
    try (RunningSources running = start()) {
      await().until(() -> known(running) && running.state("orders").isFailing());
      assertThat(running.state("orders").failure()).contains("LINES");

      sql("ALTER TABLE hidden RENAME TO lines");
      order(1, "2026-11-01 10:00:00", 1);

      await().until(() -> intake.records().size() == 1);
      await().until(() -> !running.state("orders").isFailing());
    }
  }

  @Test
  void records_without_a_time_are_told_and_one_far_ahead_does_not_stop_the_source()
      throws Exception {
    order(1, "2099-01-01 00:00:00", 1);
    order(2, "2026-11-01 10:00:00", 1);
    sql("INSERT INTO orders VALUES(3, NULL, 'x', 'new')");
    sql("INSERT INTO lines VALUES(3, 'x')");
    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() == 2);
      await().until(() -> running.state("orders").toMend().size() == 2);
      assertThat(running.state("orders").toMend())
          .anySatisfy(words -> assertThat(words).contains("1 row has no value in changed or id"))
          .anySatisfy(words -> assertThat(words).contains("2099-01-01", "ahead of the clock"));

      order(4, "2026-11-01 10:00:01", 1);

      await().until(() -> intake.records().size() == 3);
      assertThat(intake.values("ID")).containsExactly(2L, 1L, 4L);
    }
  }

  @Test
  void records_that_come_without_a_time_are_told_within_the_hour() throws Exception {
    SettableClock clock = new SettableClock();
    String[] given = {"query", QUERY, "time-column", "changed", "id-column", "id"};
    order(1, "2026-11-01 10:00:00", 1);
    try (RunningSources running =
        new RunningSources.Builder(home, intake)
            .reading(shop)
            .at(clock)
            .database("orders", given)
            .start()) {
      await().until(() -> idle(running));
      sql("INSERT INTO orders VALUES(3, NULL, 'x', 'new')");
      sql("INSERT INTO lines VALUES(3, 'x')");

      clock.tick(Duration.ofMinutes(59));

      await().until(() -> told(running, "COALESCE(CHANGED, created)") == 1);

      sql("DELETE FROM orders WHERE id = 3");
      clock.tick(Duration.ofMinutes(59));

      await().until(() -> told(running, "COALESCE") == 0);
    }
  }

  @Test
  void a_clock_of_the_database_that_shows_another_time_is_told_once() throws Exception {
    Logged log = Logged.of("com.nexway.dmp.adapter.source.SourceStates");
    Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    String[] given = {"query", QUERY, "time-column", "changed", "id-column", "id"};
    try (RunningSources running =
        new RunningSources.Builder(home, intake)
            .reading(shop)
            .at(behind)
            .database("clocks", given)
            .start()) {
      for (int id = 1; id <= 3; id++) {
        int runs = id;
        order(id, "2026-11-01 10:00:00", 1);
        await().until(() -> intake.records().size() == runs);
      }

      assertThat(running.state("clocks").toMend())
          .containsExactly(
              "the database's clock is 3 h ahead of this machine's; let a time service (NTP) set"
                  + " both, for which records are new is told by the time");
      assertThat(log.lines()).filteredOn(line -> line.startsWith("clocks: the data")).hasSize(1);
    }
  }

  private static long told(RunningSources running, String words) {
    return running.state("orders").toMend().stream().filter(told -> told.contains(words)).count();
  }

  @Test
  void a_source_is_read_although_what_it_never_reaches_takes_too_long_to_count() throws Exception {
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(Postgres.freshSchema());
    try (Connection connection = postgres.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders(id BIGINT, changed TIMESTAMP)");
      statement.execute("INSERT INTO orders VALUES(1, NULL), (2, '2026-11-01')");
    }
    String query =
        "SELECT o.id, o.changed FROM orders o,"
            + " LATERAL (SELECT pg_sleep(CASE WHEN o.id = 1 THEN 600 ELSE 0 END)) s";
    try (RunningSources running =
        new RunningSources.Builder(home, intake)
            .reading(postgres)
            .database(
                "orders",
                "query",
                query,
                "time-column",
                "changed",
                "id-column",
                "id",
                "query-timeout",
                "1s")
            .start()) {
      await().until(() -> known(running) && !running.state("orders").toMend().isEmpty());

      assertThat(intake.values("id")).containsExactly(2L);
      assertThat(running.state("orders").isFailing()).isFalse();
      assertThat(running.state("orders").toMend().get(0))
          .contains("could not be counted", "query-timeout");
    }
  }

  @Test
  void a_checkpoint_of_another_column_is_told_with_what_to_do() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start()) {
      await().until(() -> intake.records().size() == 1 && idle(running));
    }
    String query = "SELECT id, id AS changed FROM orders";
    try (RunningSources running =
        new RunningSources.Builder(home, intake)
            .reading(shop)
            .database("orders", "query", query, "time-column", "changed", "id-column", "id")
            .start()) {
      await().until(() -> known(running) && running.state("orders").isFailing());

      assertThat(running.state("orders").failure())
          .contains("read up to '2026-11-01 10:00:00", "no value of 'changed'", "shop: orders");
    }
  }

  @Test
  void a_source_is_known_from_the_start_and_tells_when_it_reads_next() throws Exception {
    try (RunningSources running = start("cron", "0 30 3 1 1 ? 2098", "zone", "Europe/Paris")) {
      assertThat(running.state("orders").doing()).isEqualTo("waiting for its first run");
    }
    order(1, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start()) {
      await().until(() -> running.state("orders").doing().startsWith("next at "));
    }
  }

  @Test
  void a_cron_run_that_was_missed_runs_once_at_start() throws Exception {
    order(1, "2026-11-01 10:00:00", 1);
    try (RunningSources running = start("cron", "0 0 0 1 1 ? 2099")) {
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      assertThat(intake.attempts()).isZero();
    }
    intake.read("orders", "{\"firstRun\":false,\"ran\":\"2026-01-01T00:00:00Z\"}");

    try (RunningSources running = start("cron", "0 30 3 * * ?", "zone", "Europe/Paris")) {
      await().until(() -> intake.records().size() == 1);
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      assertThat(intake.batches()).hasSize(1);
    }
  }

  private String position() {
    return intake.find("orders", "").orElseThrow().position();
  }

  /** Whether a run ended well since. */
  private boolean idle(RunningSources running) {
    return known(running) && running.state("orders").lastSuccess() != null;
  }

  private static boolean known(RunningSources running) {
    try {
      return running.state("orders") != null;
    } catch (AssertionError e) {
      return false;
    }
  }

  /** So many orders of one time, each with one line. */
  private void orders(int most) throws SQLException {
    sql(
        "INSERT INTO orders SELECT X, TIMESTAMP '2026-11-01 10:00:00', 'a@x.com', 'new' FROM"
            + " SYSTEM_RANGE(1, %d)".formatted(most));
    sql("INSERT INTO lines SELECT id, 'item' FROM orders");
  }

  private void order(int id, String changed, int lines) throws SQLException {
    sql("INSERT INTO orders VALUES(" + id + ", '" + changed + "', 'a@x.com', 'new')");
    sql("INSERT INTO lines SELECT %d, 'item' || X FROM SYSTEM_RANGE(1, %d)".formatted(id, lines));
  }

  private void sql(String text) throws SQLException {
    try (Statement statement = keepAlive.createStatement()) {
      statement.execute(text);
    }
  }

  private static List<Object> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> (Object) Long.valueOf(i)).toList();
  }
}

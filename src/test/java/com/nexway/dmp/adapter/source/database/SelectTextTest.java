package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders",
        "SELECT * FROM orders;",
        "SELECT * FROM orders ; -- all of them; not INTO a file\n",
        "-- orders; all\nSELECT 1",
        "/* INSERT INTO x */ SELECT 'DELETE FROM x; INTO', \"into\", `for update`, [x] FROM o",
        "WITH o AS (SELECT 1 AS id) SELECT * FROM o",
        "(SELECT 1) UNION ALL (SELECT 2)",
        "SELECT 'it\\'s; INTO' FROM o WHERE a LIKE 'b\\_c' ESCAPE '\\' AND x = 'y'",
        "SELECT 'it''s; now', $$; INTO$$, $a$ ; $a$ FROM o",
        "SELECT data #>> '{a;b}', REPLACE(a, 'b', 'c'), (INSERT(a, 1, 2, b)) FROM o # ; the end",
        "SELECT o.into, o.update, deleted, updated_at FROM orders o",
      })
  void one_select_is_asked(String query) {
    assertThat(SelectText.of(query).refusal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM orders",
        "CALL refresh()",
        "SELECTED",
        "-- SELECT\nUPDATE orders SET a = 1",
        "SELECT 1; DELETE FROM orders",
        "SELECT 1;; SELECT 2",
        "SELECT '\\'; DELETE FROM orders",
        "SELECT * INTO copy FROM orders",
        "SELECT * FROM orders INTO OUTFILE 'orders.txt'",
        "SELECT * FROM orders FOR UPDATE",
        "SELECT * FROM orders for\n  no key update skip locked",
        "SELECT * FROM orders LOCK IN SHARE MODE",
        "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
        "WITH gone AS (SELECT 1) DELETE FROM orders",
        "WITH n AS ( INSERT INTO orders VALUES (1) RETURNING *) SELECT * FROM n",
        "WITH n AS (UPDATE \"orders\" SET a = 1 RETURNING *) SELECT * FROM n",
        "SELECT 1 /*!50000 FOR UPDATE */",
        "SELECT 1 /*M! FOR UPDATE */",
        "SELECT data ? 'a' FROM orders",
        "SELECT data ?| ARRAY['a'] FROM orders",
        "SELECT 'why:?time' FROM orders",
      })
  void what_is_more_than_one_select_is_refused(String query) {
    assertThat(SelectText.of(query).refusal()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders LIMIT 100",
        "SELECT * FROM orders ORDER BY id\nlimit 0, 100",
        "SELECT * FROM orders LIMIT(5)",
        "SELECT * FROM orders OFFSET 10 ROWS FETCH NEXT 10 ROWS ONLY",
        "SELECT TOP 100 * FROM orders",
        "SELECT DISTINCT TOP (100) * FROM orders",
        "WITH o AS (SELECT 1) SELECT * FROM o LIMIT 10",
      })
  void a_limit_is_refused_for_what_it_leaves_out_is_never_read(String query) {
    assertThat(SelectText.of(query).refusal()).get().asString().contains("never read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT o.*, (SELECT paid FROM payments p WHERE p.id = o.id LIMIT 1) AS paid FROM orders o",
        "SELECT o.limit, 'LIMIT 5', o.top FROM orders o -- LIMIT 5",
        "SELECT data ?? 'a', 'what?' FROM orders -- why?",
        "SELECT * FROM orders LIMIT ALL",
      })
  void what_only_looks_like_a_limit_or_a_value_is_not_refused(String query) {
    assertThat(SelectText.of(query).refusal()).isEmpty();
  }

  @Test
  void a_semicolon_at_the_end_is_left_away_with_what_follows() {
    assertThat(SelectText.of("SELECT ';' AS a ;\n -- end\n").text()).isEqualTo("SELECT ';' AS a");
    assertThat(SelectText.of("SELECT 1 -- all;\n").text()).isEqualTo("SELECT 1 -- all;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM o WHERE changed > NOW() - INTERVAL '7 days'",
        "SELECT * FROM o WHERE changed > now ( 6 )",
        "SELECT CURRENT_TIMESTAMP AS changed FROM o",
        "SELECT current_date, id FROM o",
        "SELECT CURRENT_TIMESTAMP(3) FROM o",
        "SELECT * FROM o WHERE changed >= CURDATE()",
        "SELECT SYSDATE() FROM o",
        "SELECT SYSDATE FROM o",
        "SELECT * FROM o WHERE changed > DATEADD(day, -1, GETDATE())",
        "SELECT UTC_TIMESTAMP() FROM o",
        "SELECT LOCALTIMESTAMP FROM o",
        "SELECT UNIX_TIMESTAMP() - t FROM o",
        "SELECT clock_timestamp() FROM o",
        "SELECT RAND() FROM o",
        "SELECT gen_random_uuid() FROM o",
      })
  void the_database_s_clock_in_a_query_is_told(String query) {
    assertThat(SelectText.of(query).risks()).hasSize(1).first().asString().contains("start:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DATE(changed) FROM o",
        "SELECT changed::date FROM o",
        "SELECT CAST(changed AS DATE) FROM o",
        "SELECT DATE_FORMAT(changed, '%Y-%m-%d') FROM o",
        "SELECT date_trunc('day', changed), DATE(o.changed) FROM o",
        "SELECT FROM_UNIXTIME(changed) FROM o",
      })
  void a_day_that_the_session_s_zone_decides_is_told(String query) {
    assertThat(SelectText.of(query).risks()).hasSize(1).first().asString().contains("UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'NOW()', o.now, o.date, \"CURRENT_DATE\" FROM o -- CURDATE()",
        "SELECT date, now, updated AS sysdate FROM o /* NOW() */",
        "SELECT * FROM o WHERE changed > DATE('2026-01-01') AND d > '2026-01-01'::date",
        "SELECT extract(epoch FROM changed), GREATEST(a, b), CAST('2026-01-01' AS DATE) FROM o",
        "SELECT known(), renow(), update_date(x), knowledge FROM o",
      })
  void what_only_looks_so_is_not_told(String query) {
    assertThat(SelectText.of(query).risks()).isEmpty();
  }

  @Test
  void what_is_told_is_named() {
    assertThat(SelectText.of("SELECT NOW(), now( ), DATE (x), curdate() FROM o").risks())
        .anySatisfy(told -> assertThat(told).contains("the query holds NOW(), NOW( ), CURDATE():"))
        .anySatisfy(told -> assertThat(told).contains("the query holds DATE (…):"));
  }
}

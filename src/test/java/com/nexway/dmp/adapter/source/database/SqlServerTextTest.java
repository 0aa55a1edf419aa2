package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What SQL Server, which no test here can start, would be asked. */
final class SqlServerTextTest {
  private static final Dialect SERVER = Dialect.of("Microsoft SQL Server");

  private final DatabaseSettings settings = Shop.settings("SELECT id, changed FROM dbo.orders;");

  @Test
  void a_page_is_bounded_by_offset_and_fetch_behind_its_order() {
    Cursor cursor = new Cursor(LocalDateTime.parse("2026-11-01T10:00:00"), 17L);

    Question page = Question.behind(settings, SERVER, cursor, 500, Order.OLDEST_FIRST);

    assertThat(page.sql())
        .isEqualTo(
            """
            SELECT r.* FROM (
            SELECT id, changed FROM dbo.orders
            ) r
            WHERE r.changed >= :?time AND (r.changed > :?time OR r.id > :?id) AND r.id IS NOT NULL
            ORDER BY r.changed ASC, r.id ASC OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY""");
    assertThat(page.parameters())
        .containsEntry("time", "2026-11-01T10:00:00.000")
        .containsEntry("id", 17L);
  }

  @Test
  void a_time_goes_back_as_text_that_takes_the_type_of_its_column() {
    assertThat(SERVER.bound(LocalDateTime.parse("2026-11-01T10:00:00.003")))
        .isEqualTo("2026-11-01T10:00:00.003");
    assertThat(SERVER.bound(LocalDateTime.parse("2026-11-01T10:00:00.1234567")))
        .isEqualTo("2026-11-01T10:00:00.1234567");
  }

  @Test
  void a_time_with_its_offset_goes_back_as_it_came() {
    OffsetDateTime time = OffsetDateTime.parse("2026-11-01T10:00:00.1234567+01:00");

    assertThat(SERVER.bound(time)).isEqualTo(time);
  }

  @Test
  void other_databases_get_their_times_as_times() {
    LocalDateTime time = LocalDateTime.parse("2026-11-01T10:00:00.003");

    assertThat(Dialect.of("PostgreSQL").bound(time)).isEqualTo(time);
    assertThat(Dialect.of("Oracle").bound(time)).isEqualTo(time);
  }
}

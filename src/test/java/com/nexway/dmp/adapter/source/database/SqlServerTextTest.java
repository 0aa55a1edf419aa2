package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import org.junit.jupiter.api.Test;

/** What SQL Server, which no test here can start, would be asked. */
final class SqlServerTextTest {
  private final SqlServerDialect dialect = new SqlServerDialect();

  @Test
  void a_page_is_bounded_by_offset_and_fetch_behind_its_order() throws QueryRefused {
    assertThat(Dialect.of("Microsoft SQL Server")).isInstanceOf(SqlServerDialect.class);
    assertThat(dialect.first(500)).isEqualTo("OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY");
  }

  @Test
  void a_time_goes_back_as_text_that_takes_the_type_of_its_column() {
    QueryColumn column = column("datetime", Types.TIMESTAMP);

    assertThat(dialect.text(column, "r.c")).isEqualTo("CONVERT(varchar(40), r.c, 121)");
    assertThat(dialect.typed(column, ":?time")).isEqualTo("CONVERT(datetime, :?time, 121)");
  }

  @Test
  void bytes_and_guids_make_the_round_trip_as_text() {
    QueryColumn version = column("timestamp", Types.BINARY);
    QueryColumn guid = column("uniqueidentifier", Types.CHAR);

    assertThat(dialect.text(version, "r.c")).isEqualTo("CONVERT(varchar(max), r.c, 2)");
    assertThat(dialect.typed(version, ":?id")).isEqualTo("CONVERT(varbinary(max), :?id, 2)");
    assertThat(dialect.typed(guid, ":?id")).isEqualTo("CAST(:?id AS uniqueidentifier)");
  }

  private QueryColumn column(String type, int jdbc) {
    return new QueryColumn("c", "r.c", type, dialect.kind(type, jdbc, 8), 8, 0);
  }
}

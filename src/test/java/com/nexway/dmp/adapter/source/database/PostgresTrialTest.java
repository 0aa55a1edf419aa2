package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Postgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class PostgresTrialTest extends TrialContract {
  private final String url = Postgres.freshSchema();

  @Override
  String url() {
    return url;
  }

  @Override
  String numbers(int n) {
    return "generate_series(1, " + n + ") n";
  }

  @Override
  String after(String seconds) {
    return "TIMESTAMP '2026-01-01' + " + seconds + " * INTERVAL '1 second'";
  }

  @Test
  void a_number_that_is_none_is_told() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '2026-01-01', 1)");

    assertThat(shop().trial("SELECT id, changed, 'NaN'::numeric AS total FROM orders").remarks())
        .containsExactly(
            "'total' is a numeric that holds no true one in some rows, such as id 1; the mapping"
                + " gets the text that the database shows");
  }

  @Test
  void infinity_is_no_time() throws SQLException {
    shop().sql("INSERT INTO orders VALUES(1, '-infinity', 1)");

    assertThat(shop().trial("SELECT * FROM orders").problems())
        .singleElement()
        .asString()
        .startsWith("1 row has no value in changed or id");
  }
}

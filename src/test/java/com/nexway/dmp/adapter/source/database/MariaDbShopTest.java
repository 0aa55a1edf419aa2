package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.MariaDb;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MariaDbShopTest extends ShopContract {
  @Override
  String url() {
    return MariaDb.freshDatabase();
  }

  @Override
  String timestamp() {
    return "DATETIME(6)";
  }

  @Test
  void zero_dates_are_absent_and_small_numbers_are_numbers() throws SQLException {
    shop()
        .sql(
            """
            CREATE TABLE customer(id BIGINT UNSIGNED, changed DATETIME, birthday DATE,
              newsletter TINYINT(1), optin BIT(1), y YEAR, note TEXT, last DATETIME)
            """,
            "INSERT INTO customer VALUES(18446744073709551615, '2026-01-01 00:00:00',"
                + " '0000-00-00', 1, 1, 2026, 'Zoë 😀', '0000-00-00 00:00:00')");

    Map<String, Object> row = rows("SELECT * FROM customer").get(0);

    assertThat(row.get("id")).isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(row.get("birthday")).isNull();
    assertThat(row.get("last")).isNull();
    assertThat(row)
        .containsEntry("newsletter", 1L)
        .containsEntry("optin", true)
        .containsEntry("y", 2026L)
        .containsEntry("note", "Zoë 😀");
  }
}

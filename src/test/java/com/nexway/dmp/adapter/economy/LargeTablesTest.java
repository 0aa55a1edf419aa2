package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.TestHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tables of many rows, and of large ones, read by a process of little memory; {@code -Dsoak.rows}
 * makes the first shorter or longer.
 */
@Tag("soak")
final class LargeTablesTest {
  private static final int ROWS = Integer.getInteger("soak.rows", 2_000_000);
  private static final int LARGE_ROWS = 600;
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** All rows are read; few become events, for it is reading that is looked at. */
  private static final String MAPPING =
      """
      key: ${id}
      when: { column: state, equals: take }
      event:
        action: send data
        user: { email: "${email}" }
      """;

  private static final String SOURCE =
      """
      - templatedRoute:
          routeTemplateRef: database
          routeId: large
          parameters:
            - { name: mapping, value: large }
            - { name: database, value: shop }
            - { name: query, value: "SELECT id, changed, email, state, note FROM sale" }
            - { name: time-column, value: changed }
            - { name: id-column, value: id }
            - { name: every, value: 1h }
      """;

  /** A make of database, in whose words a test fills its table. */
  enum Make {
    POSTGRESQL {
      @Override
      String url() {
        return Postgres.freshSchema();
      }

      @Override
      String numbers(int most) {
        return "generate_series(1, " + most + ") n";
      }

      @Override
      String after(String seconds) {
        return "TIMESTAMP '2026-01-01' + " + seconds + " * INTERVAL '1 second'";
      }

      @Override
      String text() {
        return "TEXT";
      }
    },
    MARIADB {
      @Override
      String url() {
        return MariaDb.freshDatabase();
      }

      @Override
      String numbers(int most) {
        return "(SELECT seq AS n FROM seq_1_to_" + most + ") s";
      }

      @Override
      String after(String seconds) {
        return "DATE_ADD('2026-01-01', INTERVAL " + seconds + " SECOND)";
      }

      @Override
      String text() {
        return "LONGTEXT";
      }
    };

    abstract String url();

    abstract String numbers(int most);

    abstract String after(String seconds);

    abstract String text();

    /** Rows of so many bytes, two of each second, every thousandth of which is to be taken. */
    void fill(String url, int rows, int bytes) throws SQLException {
      try (Connection shop = DriverManager.getConnection(url);
          Statement statement = shop.createStatement()) {
        statement.execute(
            "CREATE TABLE sale (id BIGINT PRIMARY KEY, changed TIMESTAMP(0) NULL, email VARCHAR(60),"
                + " state VARCHAR(10), note "
                + text()
                + ")");
        statement.execute(
            ("INSERT INTO sale SELECT n, %s, CONCAT('a', n, '@example.com'), CASE WHEN MOD(n, 1000)"
                    + " = 0 THEN 'take' ELSE 'leave' END, REPEAT('x', %d) FROM %s")
                .formatted(after("(n / 2)"), bytes, numbers(rows)));
        statement.execute("CREATE INDEX sale_changed ON sale (changed, id)");
      }
    }

    void drop(String url) throws SQLException {
      try (Connection shop = DriverManager.getConnection(url);
          Statement statement = shop.createStatement()) {
        statement.execute("DROP TABLE sale");
      }
    }
  }

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Make.class)
  void two_million_rows_are_read_with_128_mb(Make make) throws Exception {
    read(make, "long", ROWS, 40, "-Xmx128m");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void six_hundred_rows_of_a_megabyte_are_read_with_256_mb(Make make) throws Exception {
    read(make, "wide", LARGE_ROWS, 1_000_000, "-Xmx256m");
  }

  private void read(Make make, String name, int rows, int bytes, String memory) throws Exception {
    String url = make.url();
    make.fill(url, rows, bytes);
    TestHome.in(home);
    TestHome.write(home, "mappings/large.yaml", MAPPING);
    TestHome.write(home, "routes/sources/large.yaml", SOURCE);
    String[] settings = {
      "DMP_PER_SECOND", "unlimited",
      "DATABASES_SHOP_URL", url.replaceFirst("user=\\w+&?", ""),
      "DATABASES_SHOP_USERNAME", url.replaceFirst(".*user=(\\w+).*", "$1")
    };
    try (Sandbox dmp = Sandbox.start();
        AdapterProcess adapter = AdapterProcess.runWith(List.of(memory), home, dmp, settings)) {
      long begun = System.nanoTime();
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> !adapter.isAlive() || read(adapter) >= rows);
      double seconds = (System.nanoTime() - begun) / 1e9;

      assertThat(adapter.isAlive()).as(adapter.output()).isTrue();
      Figures figures = Figures.of("table-" + name + "-" + make.name().toLowerCase(Locale.ROOT));
      figures.put("rows-per-second", rows / seconds, "1/s");
      figures.put("memory", adapter.peakMemory(), "MB");
      figures.put("processor", adapter.cpu().toMillis(), "ms");
      figures.write();
      assertThat(read(adapter)).isEqualTo(rows);
    } finally {
      make.drop(url);
    }
  }

  private static long read(AdapterProcess adapter) {
    return adapter.events("skipped") + adapter.events("queued");
  }
}

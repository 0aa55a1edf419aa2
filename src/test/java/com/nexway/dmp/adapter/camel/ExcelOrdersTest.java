package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders as Excel saves them, by the example that is shipped for them. */
final class ExcelOrdersTest {
  private static final String ORDERS =
      """
      sep=;
      Order;Date;Status;Currency;Payment;Email;First name;Last name;Street;Zip;City;Country;Product;SKU;Quantity;Net price;Gross price;VAT %
      1001;05/03/2026 10:15;paid;EUR;Visa;zoe@example.com;Zo\u00e9;M\u00fcller;"3 rue des Lilas
      B\u00e2timent 2";="01000";Bourg;FR;Photo; PS-12;1;1.049,90;1.259,88;20
      1002;06/03/2026;pending;EUR;;jan@example.com;Jan;;;;;NL;Backup;BP-3;1;10,00;12,10;21
      1001;;;;;;;;;;;;Backup;BP-3;2;1\u00a0000,00;1\u00a0200,00;20,0
      6,63424E+12;06/03/2026;paid;EUR;;eve@example.com;;;;;;;Backup;BP-3;1;10,00;12,00;20
      ;;;;;;;;;;;;;;;;;
      """;

  @TempDir Path home;

  @Test
  void excels_file_becomes_orders_with_their_lines_and_amounts() throws Exception {
    TestHome.in(home);
    String source = Files.readString(Path.of("routes/sources/excel-orders.yaml.example"));
    TestHome.write(
        home,
        "routes/sources/excel-orders.yaml",
        source.stripTrailing() + "\n      - { name: settle-time, value: 0s }\n");
    Files.createDirectories(home.resolve("drop/excel-orders"));
    Files.write(
        home.resolve("drop/excel-orders/march.csv"),
        ORDERS.replace("\n", "\r\n").getBytes("windows-1252"));

    try (Sandbox dmp = Sandbox.start();
        RunningAdapter adapter =
            StartedAdapter.in(
                home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"))) {
      await().until(() -> dmp.stats().taken() == 2);
      JsonNode first = event(dmp, "zoe@example.com");

      assertThat(first.at("/user/firstName").asText()).isEqualTo("Zo\u00e9");
      assertThat(first.at("/user/addresses/0/zipcode").asText()).isEqualTo("01000");
      assertThat(first.at("/actionTime").asLong()).isEqualTo(1_772_702_100L);
      assertThat(first.at("/order/items/0/pricing/unitPriceIncludingVAT").decimalValue())
          .isEqualByComparingTo("1259.88");
      assertThat(first.at("/order/items/1/pricing/unitPriceExcludingVAT").decimalValue())
          .isEqualByComparingTo("1000");
      assertThat(event(dmp, "jan@example.com").at("/order/paymentStatus").asText())
          .isEqualTo("pending");
      Path errors = home.resolve("drop/excel-orders/.errors/march.errors.csv");
      await().until(() -> Files.exists(errors) && Files.readString(errors).contains("eve@"));
      assertThat(adapter.outbox().counts()).isNotEmpty();
    }
  }

  private static JsonNode event(Sandbox dmp, String email) {
    return dmp.received().stream()
        .filter(each -> each.email().equals(email))
        .findFirst()
        .orElseThrow()
        .json();
  }
}

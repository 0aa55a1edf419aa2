package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Batch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shops' own programs export, read without a word about it; ORIGIN.md says from where. */
final class RealExportsTest {
  private static final Path EXPORTS =
      Path.of("src/test/resources/com/nexway/dmp/adapter/source/csv/exports");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "prestashop-customers-grid-export, 13, 8",
    "prestashop-orders-grid-export, 9, 25",
    "prestashop-sql-manager-export, 16, 27",
    "woocommerce-analytics-coupons, 6, 4",
    "woocommerce-analytics-customers, 12, 22",
    "woocommerce-analytics-orders, 10, 33",
    "woocommerce-analytics-products, 7, 11",
    "woocommerce-analytics-revenue, 9, 50",
    "woocommerce-analytics-taxes, 6, 14",
    "woocommerce-wc-product-export, 47, 13"
  })
  void every_row_of_an_export_is_read(String name, int columns, int rows) throws Exception {
    List<Batch> batches = batches(name, "");

    assertThat(CsvFiles.unreadable(batches)).isEmpty();
    assertThat(CsvFiles.fields(batches))
        .hasSize(rows)
        .allSatisfy(row -> assertThat(row).hasSize(columns));
  }

  @Test
  void the_rows_of_an_order_are_brought_together() throws Exception {
    List<Batch> batches = batches("prestashop-sql-manager-export", "ID_ORDER");

    assertThat(CsvFiles.fields(batches))
        .extracting(row -> row.get("id_order"))
        .doesNotHaveDuplicates();
    assertThat(batches)
        .flatExtracting(Batch::records)
        .flatExtracting(record -> record.rows())
        .hasSize(27);
  }

  private List<Batch> batches(String name, String group) throws Exception {
    List<Batch> batches = new ArrayList<>();
    CsvSettings settings = CsvSettings.anyhow(group, "", "");
    try (CsvReading reading = CsvReading.preview(settings, EXPORTS.resolve(name + ".csv"))) {
      reading.batches(folder).forEachRemaining(batches::add);
    }
    return batches;
  }
}

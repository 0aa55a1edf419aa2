package com.nexway.dmp.adapter.bench;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same shoppers as a CSV file, as rows of a database and as ready bodies of events. */
final class Shoppers {
  static final List<String> COLUMNS =
      List.of(
          "customer_no",
          "email",
          "first_name",
          "last_name",
          "birth_date",
          "country",
          "zipcode",
          "city",
          "street",
          "phone",
          "newsletter",
          "updated_at");
  static final String MAPPING = "customers";

  private static final int BATCH = 1_000;
  private static final long STAMP = 1_764_000_000;

  private final int number;

  Shoppers(int number) {
    this.number = number;
  }

  private static String[] values(int i) {
    return new String[] {
      "K" + i,
      "shopper" + i + "@example.com",
      "Anna",
      "Müller",
      "%02d/03/1980".formatted(1 + i % 28),
      "FR",
      "75011",
      "Paris",
      i % 300 + " rue de la Roquette",
      "+33 1 23 45 67 " + (10 + i % 90),
      i % 3 == 0 ? "no" : "yes",
      "01/03/2026 09:30"
    };
  }

  /** Writes them as the shipped mapping {@code customers} reads them. */
  void writeCsv(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(";", COLUMNS) + "\n");
      for (int i = 0; i < number; i++) {
        out.write(String.join(";", values(i)) + "\n");
      }
    }
  }

  /** Makes the table {@code shoppers} with a number and a time of change for each. */
  void insert(Connection shop) throws SQLException {
    try (Statement statement = shop.createStatement()) {
      statement.execute(
          "CREATE TABLE shoppers (id INT PRIMARY KEY, changed_at TIMESTAMP NOT NULL, "
              + String.join(" TEXT, ", COLUMNS)
              + " TEXT)");
    }
    String row = "INSERT INTO shoppers VALUES (?, TIMESTAMP '2026-03-01 09:30:00'";
    try (PreparedStatement statement =
        shop.prepareStatement(row + ", ?".repeat(COLUMNS.size()) + ")")) {
      for (int i = 0; i < number; i++) {
        statement.setInt(1, i);
        String[] values = values(i);
        for (int column = 0; column < values.length; column++) {
          statement.setString(column + 2, values[column]);
        }
        statement.addBatch();
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    try (Statement statement = shop.createStatement()) {
      statement.execute("CREATE INDEX ON shoppers (changed_at, id)");
    }
  }

  /** Writes the bodies that the adapter sends for them, one a line. */
  void writeBodies(Path file) throws IOException {
    Mapper mapper =
        new Mapper(
            Mappings.load(Path.of("mappings"), "mappings"), new SuppressedAddresses(List.of()));
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int from = 0; from < number; from += BATCH) {
        for (Draft draft : mapped(mapper, from).drafts()) {
          out.write(((Draft.Ready) draft).event().body(STAMP));
          out.write('\n');
        }
      }
    }
  }

  private Drafts mapped(Mapper mapper, int from) {
    SourceRecord[] records = new SourceRecord[Math.min(BATCH, number - from)];
    Arrays.setAll(
        records, i -> new SourceRecord(new Origin("bench", ""), row(from + i), List.of()));
    return mapper.map(new Batch("bench", Lane.LIVE, List.of(records), List.of(), null), MAPPING);
  }

  private static Map<String, Object> row(int i) {
    Map<String, Object> row = new LinkedHashMap<>();
    String[] values = values(i);
    for (int column = 0; column < values.length; column++) {
      row.put(COLUMNS.get(column), values[column]);
    }
    return row;
  }
}

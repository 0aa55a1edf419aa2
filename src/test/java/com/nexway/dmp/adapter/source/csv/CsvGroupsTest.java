package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvGroupsTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @Test
  void the_lines_of_one_order_are_one_record_with_rows() throws Exception {
    Path file = files.write("o.csv", "order,email,item\n1,ann@x.com,A\n1,,B\n2,bob@x.com,C\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.fields(batches))
        .containsExactly(
            Map.of("order", "1", "email", "ann@x.com", "item", "A"),
            Map.of("order", "2", "email", "bob@x.com", "item", "C"));
    SourceRecord first = batches.get(0).records().get(0);
    assertThat(first.rows()).extracting(row -> row.get("item")).containsExactly("A", "B");
    assertThat(CsvFiles.places(batches)).containsExactly("o.csv lines 2-3", "o.csv line 4");
  }

  @Test
  void the_grouping_column_is_found_whatever_its_capitals() throws Exception {
    Path file = files.write("o.csv", "ORDER,item\n1,A\n2,B\n1,C\n");

    assertThat(files.batches(file, "group", "order").get(0).records()).hasSize(2);
  }

  @Test
  void an_empty_first_value_is_filled_from_the_lines_below() throws Exception {
    Path file = files.write("o.csv", "order,email\n1,\n1,ann@x.com\n");

    assertThat(CsvFiles.fields(files.batches(file, "group", "order")))
        .containsExactly(Map.of("order", "1", "email", "ann@x.com"));
  }

  @Test
  void batches_end_on_the_borders_of_groups() throws Exception {
    StringBuilder text = new StringBuilder("order,item\n");
    for (int order = 1; order <= 25; order++) {
      text.append((order + ",x\n").repeat(7));
    }
    Path file = files.write("o.csv", text.toString());

    var batches = files.batches(file, CsvFiles.inBatches(10, "group", "order"));

    assertThat(batches).extracting(batch -> batch.records().size()).containsExactly(10, 10, 5);
    assertThat(batches)
        .flatExtracting(batch -> batch.records())
        .allSatisfy(record -> assertThat(record.rows()).hasSize(7));
    assertThat(batches)
        .extracting(batch -> batch.checkpoint().position())
        .containsExactly("70", "140", "end ");
  }

  @Test
  void scattered_lines_are_brought_together_in_the_order_of_the_first_ones() throws Exception {
    Path file =
        files.write(
            "o.csv", "order,item\n9,A\n10,B\n9,\"C\nC\"\n2,D\n10,E\n9,F\n\n3,G\n3,H\n3,I\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.fields(batches))
        .extracting(row -> row.get("order"))
        .containsExactly("9", "10", "2", "3");
    assertThat(CsvFiles.places(batches))
        .containsExactly(
            "o.csv lines 2, 4, 8", "o.csv lines 3, 7", "o.csv line 6", "o.csv lines 10-12");
    assertThat(folder.resolve("work")).isDirectoryNotContaining("glob:**.rows");
  }

  @Test
  void lines_of_thousands_of_orders_in_any_order_are_brought_together() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int order = 0; order < 3000; order++) {
      for (int item = 0; item < 3; item++) {
        lines.add("o" + order + "," + item);
      }
    }
    Collections.shuffle(lines, new Random(17));
    Path file = files.write("o.csv", "order,item\n" + String.join("\n", lines) + "\n");

    List<Object> orders = new ArrayList<>();
    for (SourceRecord record : records(files.batches(file, "group", "order"))) {
      record.rows().forEach(row -> orders.add(row.get("order")));
    }

    List<String> byFirstLine = new ArrayList<>();
    for (String line : lines) {
      String order = line.substring(0, line.indexOf(','));
      if (!byFirstLine.contains(order)) {
        byFirstLine.addAll(List.of(order, order, order));
      }
    }
    assertThat(orders).isEqualTo(byFirstLine);
  }

  @Test
  void an_order_with_a_line_that_cannot_be_read_is_not_sent_by_halves() throws Exception {
    Path file =
        files.write(
            "o.csv",
            "order,item\n1,A\n1,B,x\n1,C\n2,D\n3,E,x\n3,F\n4,G\n\"5\" x,H\n5,I\n6,J,x\n7,K\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.fields(batches))
        .extracting(row -> row.get("order"))
        .containsExactly("2", "4", "5", "7");
    assertThat(CsvFiles.unreadable(batches))
        .filteredOn(told -> told.contains("belongs to this record"))
        .hasSize(2);
  }

  @Test
  void an_order_is_not_told_without_the_lines_below_it_that_have_no_number() throws Exception {
    Path file = files.write("o.csv", "order,item\n1,A\n2,D\n1,C\n,B\n3,E\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.unreadable(batches))
        .hasSize(2)
        .anySatisfy(told -> assertThat(told).asString().contains("line 5 below it may belong"))
        .anySatisfy(told -> assertThat(told).asString().contains("o.csv line 5", "column 'order'"));
    assertThat(CsvFiles.fields(batches))
        .extracting(row -> row.get("order"))
        .containsExactly("2", "3");
  }

  @Test
  void lines_without_a_number_are_bounded_and_each_is_told() throws Exception {
    Path file = files.write("o.csv", "order,item\n1,A\n" + ",B\n".repeat(10_500) + "2,C\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.unreadable(batches)).hasSize(10_501);
    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("order", "2", "item", "C"));
  }

  @Test
  void a_line_without_a_number_at_the_head_of_a_file_is_told_alone() throws Exception {
    Path file = files.write("o.csv", "order,item\n,B\n1,A\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.unreadable(batches)).singleElement().asString().contains("o.csv line 2");
    assertThat(CsvFiles.fields(batches)).hasSize(1);
  }

  @Test
  void an_order_with_more_lines_than_the_limit_is_told_and_costs_no_other() throws Exception {
    Path file = files.write("o.csv", "order,item\n" + "1,A\n".repeat(10_001) + "2,B\n");

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.unreadable(batches))
        .singleElement()
        .asString()
        .contains("more than 10000 lines");
    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("order", "2", "item", "B"));
  }

  private static List<SourceRecord> records(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.records().stream()).toList();
  }
}

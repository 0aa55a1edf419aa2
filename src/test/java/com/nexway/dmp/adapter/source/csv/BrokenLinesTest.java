package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokenLinesTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @Test
  void a_quote_that_is_never_closed_costs_its_own_line_alone() throws Exception {
    Path file = files.write("a.csv", "id,name\n1,\"Ann\n2,\"Bob\"\n3,Cleo\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches))
        .containsExactly(Map.of("id", "2", "name", "Bob"), Map.of("id", "3", "name", "Cleo"));
    assertThat(CsvFiles.unreadable(batches)).singleElement().asString().contains("a.csv line 2: ");
    assertThat(batches.get(0).unreadable().get(0).raw()).isEqualTo("1,\"Ann");
  }

  @Test
  void an_unclosed_quote_in_the_last_line_is_told() throws Exception {
    Path file = files.write("a.csv", "id,name\n1,Ann\n2,\"Bob");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("id", "1", "name", "Ann"));
    assertThat(CsvFiles.unreadable(batches)).singleElement().asString().contains("line 3: ");
  }

  @Test
  void lines_are_never_merged_by_a_quote_too_many() throws Exception {
    // A lenient parser makes one record of the first two, with the right number of columns.
    Path file = files.write("a.csv", "id,name\n1,\"Ann\n2,\"Bob\"\n3,\"Cleo\n4,\"Dan\"\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches)).extracting(row -> row.get("id")).containsExactly("2", "4");
    assertThat(CsvFiles.unreadable(batches)).hasSize(2);
  }

  @Test
  void text_behind_a_closing_quote_is_told_with_the_rule() throws Exception {
    Path file = files.write("a.csv", "id,name\n1,\"Acme\" Inc\n2,\"Bob\"  \n");

    var batches = files.batches(file);

    assertThat(CsvFiles.unreadable(batches))
        .singleElement()
        .asString()
        .contains("line 2: text follows the closing quote of column 2", "written twice");
    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("id", "2", "name", "Bob"));
  }

  @Test
  void a_quote_inside_a_plain_value_is_a_letter_like_any_other() throws Exception {
    Path file = files.write("a.csv", "id,name\n1,Monitor 24\" wide\n2, \"x\"\n");

    assertThat(CsvFiles.fields(files.batches(file)))
        .extracting(row -> row.get("name"))
        .containsExactly("Monitor 24\" wide", "x");
  }

  @Test
  void too_few_and_too_many_columns_are_told_and_empty_ones_at_the_end_are_not() throws Exception {
    Path file = files.write("a.csv", "id,name\n1\n2,Bob,x\n3,Cleo,,\n;;\n,,,\n\n4,Dan\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.unreadable(batches))
        .containsExactly(
            "a.csv line 2: the record has 1 columns, the header has 2",
            "a.csv line 3: the record has 3 columns, the header has 2",
            "a.csv line 5: the record has 1 columns, the header has 2");
    assertThat(CsvFiles.places(batches)).containsExactly("a.csv line 4", "a.csv line 8");
  }

  @Test
  void line_breaks_in_quotes_are_one_record_and_keep_the_lines_behind_right() throws Exception {
    Path file = files.write("a.csv", "id,street\r\n1,\"a\r\nb\nc\"\r\n2,d\r\n3\r\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches))
        .containsExactly(
            Map.of("id", "1", "street", "a\r\nb\nc"), Map.of("id", "2", "street", "d"));
    assertThat(CsvFiles.places(batches)).containsExactly("a.csv lines 2-4", "a.csv line 5");
    assertThat(CsvFiles.unreadable(batches)).singleElement().asString().contains("a.csv line 6");
  }

  @Test
  void a_record_of_several_lines_with_a_column_missing_is_one_problem() throws Exception {
    Path file = files.write("a.csv", "id,street,city\n1,\"a\nb\"\n2,c,d\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.unreadable(batches))
        .containsExactly("a.csv lines 2-3: the record has 2 columns, the header has 3");
    assertThat(CsvFiles.places(batches)).containsExactly("a.csv line 4");
  }

  @Test
  void a_line_longer_than_the_limit_is_set_aside_and_not_kept() throws Exception {
    String endless = "x".repeat(3_000_000);
    Path file = files.write("a.csv", "id,name\n1," + endless + "\n2,Bob\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("id", "2", "name", "Bob"));
    assertThat(batches.get(0).unreadable().get(0).raw()).hasSizeLessThanOrEqualTo(1000);
    assertThat(CsvFiles.unreadable(batches))
        .singleElement()
        .asString()
        .contains("longer than 262144 characters");
  }

  @Test
  void a_file_in_which_every_line_is_wrong_takes_many_small_batches() throws Exception {
    Path file = files.write("a.csv", "id,name\n" + "1,2,3\n".repeat(5000) + "4,Dan\n");

    var batches = files.batches(file, CsvFiles.inBatches(100));

    assertThat(batches).allSatisfy(b -> assertThat(b.unreadable()).hasSizeLessThanOrEqualTo(100));
    assertThat(CsvFiles.unreadable(batches)).hasSize(5000);
    assertThat(CsvFiles.fields(batches)).hasSize(1);
  }

  @Test
  void a_file_that_is_no_text_is_told_and_a_line_break_of_old_programs_is_none() throws Exception {
    Path file = files.write("a.csv", "id,name\n1,A\u0000\n2,B\u000BC\n3,Cleo\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.unreadable(batches)).singleElement().asString().contains("line 2");
    assertThat(CsvFiles.fields(batches))
        .extracting(row -> row.get("name"))
        .containsExactly("B\u000BC", "Cleo");
  }
}

package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_lines_of_a_csv_file_are_shown_as_events() throws IOException {
    String csv =
        """
        EMAIL;first_name;last_name;birth_date;country;zipcode;city;street;phone;newsletter;updated_at
        a@example.com;;;14/07/1985;;;;;;;
        """;
    assertThat(preview("customers", file("c.csv", csv))).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("c.csv line 2: event send data:a@example.com")
        .containsPattern("/user/birthDate +\"1985-07-14\" {3}from birth_date");
  }

  @Test
  void a_path_that_no_record_has_is_told_with_the_word_that_is_meant() throws IOException {
    String json = "{\"email\": \"a@example.com\", \"birthdate\": \"14/07/1985\"}";
    preview("customers", file("c.json", json));
    assertThat(out.toString())
        .contains("remark: mappings/customers.yaml:")
        .contains("the record has no birth_date; it has birthdate");
  }

  @Test
  void a_column_that_the_mapping_reads_and_the_file_has_not_is_told() throws IOException {
    assertThat(preview("customers", file("c.csv", "email;brith_date\na@example.com;1\n")))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("the source has no column 'birth_date'; did you mean 'brith_date'?")
        .contains("event send data:a@example.com");
  }

  @Test
  void lines_of_one_order_are_one_record_and_equal_doubts_one_line() throws IOException {
    String csv =
        """
        order_id,status,email,currency,product_name,sku,quantity
        1,paid,a@example.com,EUR,A,a,1
        1,paid,a@example.com,EUR,B,b,2
        """;
    preview("orders", file("o.csv", csv), "--group", "order_id");
    assertThat(out.toString())
        .contains("/order/items/1/quantity")
        .contains("event order:1")
        .containsOnlyOnce("warning /order/items/*/pricing");
  }

  @Test
  void excels_ordinary_file_is_shown_without_a_source() throws IOException {
    Path csv = folder.resolve("c.csv");
    String text = "email;first_name;city\na@example.com;Zo\u00eb;NULL\n";
    Files.write(csv, text.getBytes("windows-1252"));

    preview("customers", csv.toString(), "--charset", "windows-1252", "--delimiter", "semicolon");

    assertThat(out.toString())
        .containsPattern("/user/firstName +\"Zo\u00eb\" {3}from first_name")
        .contains("remark: 'NULL' was read as empty 1 times (empty-words)");
  }

  @Test
  void a_character_set_or_delimiter_that_there_is_not_is_told_with_the_nearest()
      throws IOException {
    String file = file("c.csv", "email\na@example.com\n");

    assertThat(preview("customers", file, "--charset", "windows1252x")).isEqualTo(2);
    assertThat(preview("customers", file, "--delimiter", "semikolon")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--charset is a character set such as UTF-8")
        .contains("--delimiter is one of auto, comma, semicolon, tab, pipe, not 'semikolon'");
  }

  @Test
  void a_mapping_of_rows_is_not_shown_over_single_lines() throws IOException {
    assertThat(preview("orders", file("o.csv", "order_id,sku\n1,a\n1,b\n"))).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "the mapping has each: rows, so add --group COLUMN: the column whose value the lines of"
                + " one order share");
  }

  @Test
  void a_record_that_makes_no_event_ends_with_1() throws IOException {
    assertThat(preview("customers", file("c.json", "[{\"email\":\"nobody\"}]"))).isEqualTo(1);
    assertThat(out.toString()).contains("c.json record 1: no event").contains("ERROR /user/email");
  }

  @Test
  void no_more_records_are_shown_than_were_asked_for() throws IOException {
    String json = "{\"email\":\"a@example.com\"}\n{\"email\":\"b@example.com\"}\n";
    assertThat(preview("customers", file("c.jsonl", json), "--limit", "1")).isZero();
    assertThat(out.toString())
        .contains("a@example.com")
        .doesNotContain("b@example.com")
        .endsWith("the first 1 record: 1 event; --limit N shows more\n");
  }

  @Test
  void the_last_line_counts_what_was_shown_and_what_was_not() throws IOException {
    StringBuilder csv = new StringBuilder("email;country\n");
    for (int i = 1; i <= 127; i++) {
      csv.append(i == 3 ? "nobody" : i == 4 ? "deleted@site.invalid" : "p" + i + "@example.com");
      csv.append(";FR\n");
    }
    preview("customers", file("c.csv", csv.toString()));
    assertThat(out.toString())
        .endsWith(
            "10 of 127 records shown (--limit N shows more): 8 events, 1 skipped, 1 without an"
                + " event\n");
  }

  @Test
  void where_all_are_shown_the_last_line_says_how_many_they_are() throws IOException {
    preview("customers", file("c.json", "[{\"email\":\"a@x.com\"},{\"email\":\"b@x.com\"}]"));
    assertThat(out.toString()).endsWith("\n2 records: 2 events\n");
  }

  @Test
  void a_name_that_is_no_mapping_and_a_file_that_is_not_there_are_wrong_use() throws IOException {
    assertThat(preview("custmers", file("c.json", "{}"))).isEqualTo(2);
    assertThat(err.toString()).contains("there is no mapping custmers; did you mean customers?");
    assertThat(preview("customers", folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.json: cannot be read");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int preview(String mapping, String input, String... more) {
    String[] arguments = new String[7 + more.length];
    System.arraycopy(
        new String[] {"preview", "--home", ".", "--mapping", mapping, "--input", input},
        0,
        arguments,
        0,
        7);
    System.arraycopy(more, 0, arguments, 7, more.length);
    return Adapter.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}

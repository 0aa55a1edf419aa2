package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in a column that stands for something else. */
final class CsvCellsTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "\\N ~ ",
        "NULL ~ ",
        "(null) ~ ",
        "\"\\N\" ~ ",
        "\"NULL\" ~ ",
        "Null ~ Null",
        "null island ~ null island",
        "=\"01000\" ~ 01000",
        "\"=\"\"01000\"\"\" ~ 01000",
        "=\"say \"\"hi\"\"\" ~ say \"hi\"",
        "=1+1 ~ =1+1",
        "=\" ~ =\"",
      })
  void a_cell_is_read_as_what_it_stands_for(String written, String read) throws Exception {
    Path file = files.write("a.csv", "id,name\n1," + written + "\n");

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(Map.of("id", "1", "name", read == null ? "" : read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "271,a@example.com, \"Ann Lee\", \"01000\"",
        "271,a@example.com,   \"Ann Lee\"  ,\"01000\" ",
        " \"271\",a@example.com,\"Ann Lee\",\"01000\"",
      })
  void a_blank_before_a_quote_is_no_part_of_the_value_in_the_header_too(String line)
      throws Exception {
    Path file = files.write("a.csv", "id, \"mail\", \"name\",zip\n" + line + "\n");

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(
            Map.of("id", "271", "mail", "a@example.com", "name", "Ann Lee", "zip", "01000"));
  }

  @Test
  void the_words_that_mean_empty_can_be_named_and_how_often_they_came_is_told() throws Exception {
    Path file = files.write("a.csv", "id,name,city\n1,NULL,-\n2,n/a,-\n3,\\N,Rome\n");
    CsvSettings settings = CsvFiles.settings("empty-words", "n/a, -");

    try (CsvReading reading = CsvReading.preview(settings, file)) {
      var batch = reading.batches(folder.resolve("work")).next();

      assertThat(batch.records())
          .extracting(record -> record.fields().get("name") + "|" + record.fields().get("city"))
          .containsExactly("NULL|", "|", "\\N|Rome");
      assertThat(reading.remarks())
          .containsExactly(
              "'-' was read as empty 2 times (empty-words)",
              "'n/a' was read as empty 1 times (empty-words)");
    }
  }

  @Test
  void ids_that_a_spreadsheet_has_shortened_make_no_order_of_two_customers() throws Exception {
    Path file =
        files.write(
            "o.csv",
            """
            order;mail;item
            6,63424E+12;ann@x.com;A
            6.63424E+12;ann@x.com;B
            6,63424E+12;bob@x.com;C
            7;cleo@x.com;D
            """);

    var batches = files.batches(file, "group", "order");

    assertThat(CsvFiles.fields(batches)).extracting(row -> row.get("item")).containsExactly("D");
    assertThat(CsvFiles.unreadable(batches))
        .hasSize(3)
        .allSatisfy(told -> assertThat(told).contains("'order'", "a spreadsheet shortens"));
    assertThat(CsvFiles.unreadable(batches).get(0)).startsWith("o.csv line 2: ");
  }
}

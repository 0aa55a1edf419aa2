package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvDialectsTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_header_line_tells_the_delimiter(String delimiter) throws Exception {
    Path file = files.write("a.csv", "email,name\nann@x.com,Ann\n".replace(",", delimiter));

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(Map.of("email", "ann@x.com", "name", "Ann"));
  }

  @Test
  void a_line_sep_tells_the_delimiter_and_is_no_header() throws Exception {
    Path file = files.write("a.csv", "sep=;\r\nemail;price,EUR\r\nann@x.com;19,90\r\n");

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches))
        .containsExactly(Map.of("email", "ann@x.com", "price,EUR", "19,90"));
    assertThat(CsvFiles.places(batches)).containsExactly("a.csv line 3");
  }

  @Test
  void a_configured_delimiter_is_not_guessed() throws Exception {
    Path file = files.write("a.csv", "name;a,b,c\nAnn;1\n");

    assertThat(CsvFiles.fields(files.batches(file, "delimiter", ";")))
        .containsExactly(Map.of("name", "Ann", "a,b,c", "1"));
  }

  @Test
  void delimiters_in_quotes_do_not_part_columns() throws Exception {
    Path file = files.write("a.csv", "id;street\n1;\"Main; 5\"\n2;\"a\u001Fb\"\n");

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(
            Map.of("id", "1", "street", "Main; 5"), Map.of("id", "2", "street", "a\u001Fb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_tells_the_character_set(String charset) throws Exception {
    Path file = files.write("a.csv", "\uFEFFname\tcity\nZoë 😀\tKöln\n", Charset.forName(charset));

    assertThat(CsvFiles.fields(files.batches(file, "charset", "windows-1252")))
        .containsExactly(Map.of("name", "Zoë 😀", "city", "Köln"));
  }

  @Test
  void without_a_mark_the_configured_character_set_is_read() throws Exception {
    Path file = files.write("a.csv", "name;city\nJosé;5 €\n", Charset.forName("windows-1252"));

    assertThat(CsvFiles.fields(files.batches(file, "charset", "windows-1252")))
        .containsExactly(Map.of("name", "José", "city", "5 €"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15", "x-MacRoman"})
  void utf_8_without_a_mark_is_told_from_a_character_set_of_single_bytes(String charset)
      throws Exception {
    String ascii = "Ann;Rome\n".repeat(10_000);
    Path file = files.write("a.csv", "name;city\n" + ascii + "Zoé;Orléans\n");

    assertThat(CsvFiles.fields(files.batches(file, "charset", charset)))
        .last()
        .isEqualTo(Map.of("name", "Zoé", "city", "Orléans"));
  }

  @Test
  void bytes_of_another_character_set_cost_their_own_line() throws Exception {
    Path file = files.write("a.csv", "name\nJos\u00e9\nAnn\n", StandardCharsets.ISO_8859_1);

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches)).containsExactly(Map.of("name", "Ann"));
    assertThat(CsvFiles.unreadable(batches))
        .singleElement()
        .asString()
        .startsWith("a.csv line 2: ")
        .contains("windows-1252");
  }

  @Test
  void all_line_ends_part_records() throws Exception {
    Path file = files.write("a.csv", "a,b\r\n1,2\n3,4\r5,6");

    assertThat(CsvFiles.places(files.batches(file)))
        .containsExactly("a.csv line 2", "a.csv line 3", "a.csv line 4");
  }

  @Test
  void names_that_stand_twice_or_are_missing_get_one_and_are_told() throws Exception {
    Path file = files.write("a.csv", "City,,City,,\nParis,x,Lyon,,\n");

    try (CsvReading reading = CsvReading.preview(CsvFiles.settings(), file)) {
      assertThat(reading.columns()).containsExactly("City", "column 2", "City (2)");
      assertThat(reading.remarks()).hasSize(2);
    }
    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(Map.of("City", "Paris", "column 2", "x", "City (2)", "Lyon"));
  }

  @Test
  void a_file_without_names_of_columns_is_refused_as_a_whole() throws Exception {
    for (String text : List.of("", "\n\n", "1,2,3\n4,5,6\n", "Ann,ann@x.com\nBob,bob@x.com\n")) {
      Path file = files.write("a.csv", text);

      assertThatThrownBy(() -> files.batches(file))
          .isInstanceOf(CsvRefused.class)
          .hasMessageContaining("first line must name the columns")
          .hasMessageNotContaining("ann@x.com");
    }
  }

  @Test
  void a_missing_group_column_is_told_with_the_nearest_name() throws Exception {
    Path file = files.write("a.csv", "order id,email\n1,ann@x.com\n");

    assertThatThrownBy(() -> files.batches(file, "group", "order_id"))
        .isInstanceOf(CsvRefused.class)
        .hasMessageContaining("did you mean order id?");
  }

  @Test
  void what_the_mapping_misses_refuses_the_file() throws Exception {
    Path file = files.write("a.csv", "email\nann@x.com\n");

    assertThatThrownBy(
            () ->
                CsvReading.open(
                    CsvFiles.settings(), file, (mapping, columns) -> List.of("no column 'x'")))
        .isInstanceOf(CsvRefused.class)
        .hasMessage("no column 'x'");
  }

  @Test
  void more_bytes_or_columns_than_the_limit_refuse_the_file() throws Exception {
    Path file = files.write("a.csv", "a,b,c\n1,2,3\n");
    Path wide = files.write("b.csv", "a" + ",a".repeat(1_000) + "\n1,2,3\n");

    assertThatThrownBy(() -> files.batches(file, "max-file", "5B"))
        .hasMessageContaining("max-file");
    assertThatThrownBy(() -> files.batches(wide)).hasMessageContaining("more than 1000");
  }
}

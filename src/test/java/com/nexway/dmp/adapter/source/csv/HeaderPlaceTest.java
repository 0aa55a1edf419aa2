package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that do not stand on the first line. */
final class HeaderPlaceTest {
  private static final String TITLES =
      "Orders of March\n# made by \"the shop;\n\nid;email;city\n7;ann@x.com;Rome\n";

  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "email", "Email, ID"})
  void lines_above_the_header_are_skipped_as_the_source_says(String header) throws Exception {
    Path file = files.write("a.csv", TITLES);

    var batches = files.batches(file, "header", header);

    assertThat(CsvFiles.fields(batches))
        .containsExactly(Map.of("id", "7", "email", "ann@x.com", "city", "Rome"));
    assertThat(CsvFiles.places(batches)).containsExactly("a.csv line 5");
  }

  @Test
  void blank_lines_and_a_line_sep_count_as_lines() throws Exception {
    Path file = files.write("a.csv", "sep=;\n\nReport\nid;city\n7;Rome\n");

    assertThat(CsvFiles.fields(files.batches(file, "header", "4")))
        .containsExactly(Map.of("id", "7", "city", "Rome"));
  }

  @Test
  void a_file_in_which_no_line_names_them_is_refused_with_the_parameter() throws Exception {
    Path file = files.write("a.csv", TITLES);

    assertThatThrownBy(() -> files.batches(file, "header", "order_id"))
        .isInstanceOf(CsvRefused.class)
        .hasMessageContaining("names the columns order_id (header)");
  }

  @Test
  void a_first_line_that_is_no_header_is_refused_with_the_parameter() throws Exception {
    Path file = files.write("a.csv", "2026\n\nid;city\n7;Rome\n");

    assertThatThrownBy(() -> files.batches(file)).hasMessageContaining("header: says which line");
  }

  @Test
  void the_lines_of_a_person_are_found_below_such_a_header_too() throws Exception {
    Path file = files.write("a.csv", TITLES + "7;;Bonn\n8;bob@x.com;Rome\n");
    CsvSettings settings = CsvFiles.settings("header", "email", "group", "id");

    assertThat(CsvErasure.erase(file, settings, text -> text.contains("ann@x.com"))).isEqualTo(2);

    assertThat(file).hasContent(TITLES.replace("7;ann@x.com;Rome\n", "") + "8;bob@x.com;Rome\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "99999999999"})
  void a_number_that_is_no_line_is_refused(String header) {
    List<FileProblem> problems = new ArrayList<>();

    CsvSettings.from(
        "a", SourceParameters.of(problems, "a", "csv", "mapping", "m", "header", header));

    assertThat(problems)
        .singleElement()
        .asString()
        .contains("'header' must be the number of the line");
  }
}

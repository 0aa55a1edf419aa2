package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database writes names of columns in capitals of its own; that is not the merchant's choice. */
final class ColumnCapitalsTest {
  private static final Mapping NAME = Shop.user("username: ${name}");

  private static SourceRecord row(String column, Object value) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ID", "1");
    row.put(column, value);
    return Shop.rows(List.of(row));
  }

  @Test
  void one_mapping_reads_tables_of_several_capitals_one_after_another() {
    for (String column : List.of("NAME", "name", "Name", "NAME")) {
      assertThat(Shop.event(NAME, row(column, column))).contains("\"" + column + "\"");
    }
  }

  @Test
  void a_column_named_exactly_so_wins_even_where_it_is_empty() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ID", "1");
    row.put("NAME", "Ann");
    row.put("name", null);
    SourceRecord record = new SourceRecord(Shop.record(Map.of()).origin(), row, List.of(row));
    Shop.event(NAME, row("NAME", "Bea"));
    assertThat(Shop.event(NAME, record)).doesNotContain("username");
  }

  @Test
  void in_json_capitals_are_the_shops_own() {
    assertThat(Shop.event(NAME, Shop.json("{\"id\":1,\"NAME\":\"Ann\"}")))
        .doesNotContain("username");
  }

  @Test
  void capitals_alone_are_no_missing_column() {
    assertThat(NAME.missing(List.of("ID", "Name"))).isEmpty();
    assertThat(NAME.missing(List.of("ID", "NAMES")))
        .extracting(FileProblem::message)
        .containsExactly("the source has no column 'name'; did you mean 'NAMES'?");
  }

  @Test
  void two_columns_that_differ_in_capitals_alone_are_told() {
    assertThat(NAME.missing(List.of("id", "NAME", "Name")))
        .extracting(FileProblem::toString)
        .containsExactly(
            "mappings/test.yaml:6:15: the source has 'NAME', 'Name', and 'name' may be any of"
                + " them; write it with their capitals");
    assertThat(NAME.missing(List.of("id", "NAME", "name"))).isEmpty();
  }
}

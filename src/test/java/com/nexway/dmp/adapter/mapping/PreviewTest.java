package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merchant sees what a mapping makes of a record, and where each value came from. */
final class PreviewTest {
  private static final Mapping MAPPING =
      Shop.user("birthDate: { column: born, format: dd/MM/yyyy }\nusername: shop-${id}");

  private static List<String> lines(SourceRecord record) {
    return new Preview(MAPPING, new SuppressedAddresses(List.of())).of(record).lines();
  }

  @Test
  void each_value_is_shown_with_its_column() {
    assertThat(lines(Shop.with("born", "14/07/1985")))
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "line 2: event send data:1",
            " /action \"send data\"",
            " /user/birthDate \"1985-07-14\" from born",
            " /user/email \"ann@example.com\"",
            " /user/username \"shop-1\" from id");
  }

  @Test
  void what_is_wrong_is_shown_beside_what_was_made() {
    assertThat(lines(Shop.with("born", "31/02/1985")))
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "line 2: no event, a dead letter",
            " /action \"send data\"",
            " /user/email \"ann@example.com\"",
            " /user/username \"shop-1\" from id",
            " ERROR /user/birthDate from born '31/02/1985' is no date written as dd/MM/yyyy");
  }

  @Test
  void a_record_that_is_skipped_tells_its_reason() {
    Mapping skips = Shop.user("gender: { column: g, values: { x: skip } }");
    assertThat(
            new Preview(skips, new SuppressedAddresses(List.of())).of(Shop.with("g", "x")).lines())
        .containsExactly("line 2: skipped, g is 'x'");
  }
}

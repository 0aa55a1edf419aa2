package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an edited mapping makes differently of a record. */
final class ChangeTest {
  private static final SourceRecord ANN = Shop.with("name", "Ann");

  private static Change change(Mapping before, Mapping now, SourceRecord record) {
    SuppressedAddresses none = new SuppressedAddresses(List.of());
    return Change.of(new Preview(before, none).of(record), new Preview(now, none).of(record));
  }

  private static Change change(String before, String now) {
    return change(Shop.user(before), Shop.user(now), ANN);
  }

  private static Mapping mapping(String heading, String action) {
    return Shop.mapping(
        heading + "\nevent: { action: " + action + ", user: { email: ann@example.com } }");
  }

  @Test
  void a_property_is_told_with_both_values_and_its_column() {
    Change change = change("username: X", "username: ${name}");
    assertThat(change.lines())
        .containsExactly(
            "line 2: event send data:1", "  /user/username: \"X\" → \"Ann\"   from column name");
    assertThat(change.costsRequest()).isTrue();
  }

  @Test
  void what_appears_and_what_vanishes_is_told_value_by_value() {
    assertThat(
            change("username: ${name}", "addresses: [{ country: FR, zipcode: \"${name}\" }]")
                .lines())
        .containsExactlyInAnyOrder(
            "line 2: event send data:1",
            "  /user/addresses/0/country: appears, \"FR\"",
            "  /user/addresses/0/zipcode: appears, \"Ann\"   from column name",
            "  /user/username: vanishes, was \"Ann\"   from column name");
  }

  @Test
  void another_key_costs_a_request_and_another_version_does_not() {
    Mapping before = mapping("key: ${id}", "send data");
    assertThat(change(before, mapping("key: n-${id}", "send data"), ANN))
        .isEqualTo(
            new Change(
                List.of("line 2: event send data:n-1", "  key: send data:1 → send data:n-1"),
                true));
    assertThat(change(before, mapping("key: ${id}\nversion: 7", "send data"), ANN))
        .isEqualTo(new Change(List.of("line 2: event send data:1", "  version: none → 7"), false));
  }

  @Test
  void a_record_that_is_skipped_now_costs_nothing_and_one_that_no_more_is_does() {
    Mapping all = mapping("key: ${id}", "send data");
    Mapping few = mapping("key: ${id}\nwhen: { column: name, not: Ann }", "send data");
    assertThat(change(all, few, ANN))
        .isEqualTo(
            new Change(
                List.of("line 2: skipped, name is 'Ann', one of: ann", "  was an event"), false));
    assertThat(change(few, all, ANN))
        .isEqualTo(
            new Change(
                List.of("line 2: event send data:1", "  was skipped: name is 'Ann', one of: ann"),
                true));
  }

  @Test
  void a_record_that_is_refused_now_tells_why_and_the_reverse() {
    String wrong = "birthDate: ${name}";
    assertThat(change("username: ${name}", wrong).lines())
        .hasSize(3)
        .startsWith("line 2: no event, a dead letter", "  was an event")
        .last()
        .asString()
        .startsWith("  is refused: ERROR /user/birthDate from name ");
    assertThat(change(wrong, "username: ${name}"))
        .satisfies(change -> assertThat(change.costsRequest()).isTrue())
        .extracting(change -> change.lines().get(1))
        .asString()
        .startsWith("  was refused: ERROR /user/birthDate from name ");
    assertThat(change(wrong, wrong)).isEqualTo(new Change(List.of(), false));
  }
}

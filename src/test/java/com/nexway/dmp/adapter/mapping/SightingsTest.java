package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A path that no record has is told with the word that is meant. */
final class SightingsTest {
  private static List<String> remarks(String lines, String... records) {
    Sightings sightings = new Sightings(Shop.user(lines));
    for (String record : records) {
      sightings.look(Shop.json(record));
    }
    return sightings.remarks().stream().map(FileProblem::message).toList();
  }

  @Test
  void a_word_that_is_nearly_there_is_told_with_its_place() {
    Sightings sightings = new Sightings(Shop.user("firstName: ${billing.firstname}"));
    sightings.look(Shop.json("{\"id\": 1, \"billing\": {\"first_name\": \"Ann\"}}"));
    sightings.look(
        Shop.json("{\"id\": 2, \"billing\": {\"first_name\": \"Bob\", \"city\": \"\"}}"));
    assertThat(sightings.remarks())
        .extracting(FileProblem::toString)
        .containsExactly(
            "mappings/test.yaml:6:16: none of 2 records has billing.firstname; it has"
                + " billing.first_name");
  }

  @Test
  void capitals_and_letters_too_many_are_told() {
    assertThat(
            remarks(
                "lastName: ${Billing.last_name}\nusername: { column: payment_methode }",
                "{\"id\": 1, \"billing\": {\"last_name\": \"L\"}, \"payment_method\": null}"))
        .containsExactlyInAnyOrder(
            "the record has no Billing; it has billing",
            "the record has no payment_methode; it has payment_method");
  }

  @Test
  void what_is_there_is_not_told_though_it_is_empty() {
    String lines = "firstName: ${billing.first_name}\ntitle: ${a.b}\nusername: ${tags.0}";
    assertThat(
            remarks(
                lines,
                "{\"id\": 1, \"billing\": {\"first_name\": null}, \"a.b\": \"x\", \"tags\": []}",
                "{\"id\": 2, \"tags\": [\"x\"]}"))
        .isEmpty();
  }

  @Test
  void below_what_is_empty_in_all_records_nothing_is_told() {
    assertThat(
            remarks(
                "firstName: ${billing.firstname}\nphoneNumbers: { each: phones, column: number }",
                "{\"id\": 1, \"billing\": null, \"phones\": []}"))
        .isEmpty();
  }

  @Test
  void elements_are_looked_into() {
    String lines =
        """
        addresses:
          each: addresses
          zipcode: ${zip_code}
          country: ${country}
          city: ${../town}""";
    assertThat(
            remarks(
                lines, "{\"id\": 1, \"addresses\": [{\"country\": \"FR\"}, {\"zipcode\": \"1\"}]}"))
        .containsExactlyInAnyOrder(
            "the record has no addresses.zip_code; it has addresses.zipcode",
            "the record has no town");
  }

  @Test
  void a_default_makes_a_path_optional_but_for_a_mistyped_word() {
    String lines =
        "country: { column: land, default: FR }\ntitle: { column: titel, default: none }";
    assertThat(remarks(lines, "{\"id\": 1, \"title\": \"Dr\"}"))
        .containsExactly("the record has no titel; it has title");
  }

  @Test
  void a_choice_that_nothing_fits_is_told_and_one_that_fits_is_not() {
    String record = "{\"id\": 1, \"meta\": [{\"key\": \"_vat\", \"value\": \"FR1\"}]}";
    assertThat(remarks("VATIN: ${meta[key=_vat].value}", record)).isEmpty();
    assertThat(remarks("VATIN: ${meta[key=_tax].value}", record))
        .containsExactly("the record has no meta[key=_tax]");
  }

  @Test
  void rows_of_tables_say_nothing_here() {
    Sightings sightings = new Sightings(Shop.user("firstName: ${fname}"));
    sightings.look(Shop.rows(List.of(Map.of("id", "1"))));
    assertThat(sightings.records()).isZero();
    assertThat(sightings.remarks()).isEmpty();
  }
}

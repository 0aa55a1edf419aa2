package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever holds a date becomes yyyy-MM-dd. */
final class DatesTest {
  private static final Mapping BIRTH = Shop.user("birthDate: ${born}");
  private static final Mapping CARD =
      Shop.mapping(
          """
          key: ${id}
          event:
            action: send data
            user: { email: ann@example.com }
            order:
              id: "1"
              currency: EUR
              CCExpirationDate: ${expires}
              items: [{ product: { name: a, uniqueReference: b }, quantity: 1 }]
          """);

  private static String born(Mapping mapping, Object value) {
    String event = Shop.event(mapping, Shop.with("born", value));
    return event.contains("birthDate")
        ? event.replaceAll(".*\"birthDate\":\"([^\"]+)\".*", "$1")
        : "absent";
  }

  @Test
  void dates_and_times_of_every_kind_become_their_date() {
    assertThat(born(BIRTH, "1985-07-14")).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, "1985-07-14 00:00:00")).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, "1985-07-14T23:30:00-05:00")).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, LocalDate.parse("1985-07-14"))).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, LocalDateTime.parse("1985-07-14T00:00"))).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, OffsetDateTime.parse("1985-07-14T00:00+02:00"))).isEqualTo("1985-07-14");
    assertThat(born(BIRTH, "0000-00-00")).isEqualTo("absent");
  }

  @Test
  void the_date_of_a_moment_depends_on_the_zone() {
    Instant late = Instant.parse("1985-07-14T23:30:00Z");
    assertThat(born(Shop.user("birthDate: { column: born, zone: Europe/Paris }"), late))
        .isEqualTo("1985-07-15");
    assertThat(Shop.told(BIRTH, Shop.with("born", late)))
        .singleElement()
        .asString()
        .contains("zone: UTC");
  }

  @Test
  void day_and_month_are_never_guessed() {
    assertThat(Shop.told(BIRTH, Shop.with("born", "05/06/1980")))
        .singleElement()
        .asString()
        .contains("say how it is written, for example format: dd/MM/yyyy");
    assertThat(born(Shop.user("birthDate: { column: born, format: dd/MM/yyyy }"), "05/06/1980"))
        .isEqualTo("1980-06-05");
    assertThat(born(Shop.user("birthDate: { column: born, format: MM/dd/yyyy }"), "05/06/1980"))
        .isEqualTo("1980-05-06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001-02-29", "1985-13-01", "14 July", "+12345-01-01", "1985-7-4"})
  void what_is_no_date_of_the_calendar_is_told(String text) {
    assertThat(Shop.told(BIRTH, Shop.with("born", text))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "05/27, 2027-05-01",
    "5/27, 2027-05-01",
    "05/2027, 2027-05-01",
    "2027-05, 2027-05-01",
    "2027-5, 2027-05-01",
    "2027-05-31, 2027-05-31",
    "2027-05-00, 2027-05-01",
    "05-27, 2027-05-01"
  })
  void a_cards_expiry_may_be_a_month_alone(String text, String date) {
    assertThat(Shop.event(CARD, Shop.with("expires", text)))
        .contains("\"CCExpirationDate\":\"" + date + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13/27", "27", "05/27/1", "0527"})
  void an_expiry_that_is_none_is_told(String text) {
    assertThat(Shop.told(CARD, Shop.with("expires", text)))
        .anyMatch(line -> line.startsWith("ERROR /order/CCExpirationDate from expires"));
  }
}

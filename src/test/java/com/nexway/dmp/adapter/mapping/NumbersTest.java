package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.SourceRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, ratios and counts: exact, and written plain. */
final class NumbersTest {
  private static Mapping item(String price, String quantity) {
    return Shop.mapping(
        """
        key: ${id}
        event:
          action: order
          user: { email: ann@example.com }
          order:
            id: ${id}
            currency: EUR
            items:
              - product: { name: a, uniqueReference: b }
                quantity: %s
                pricing:
                  %s
        """
            .formatted(quantity, price));
  }

  private static Mapping price(String leaf) {
    return item("unitPriceExcludingVAT: " + leaf, "1");
  }

  private static String number(Mapping mapping, Object value) {
    String event = Shop.event(mapping, Shop.with("n", value));
    return event.replaceAll(".*\"(?:unitPriceExcludingVAT|VATRate)\":(-?[0-9.eE+]+).*", "$1");
  }

  private static String quantity(Object value) {
    return Shop.event(item("VATRate: 0.2", "${n}"), Shop.with("n", value))
        .replaceAll(".*\"quantity\":([^,}]+).*", "$1");
  }

  private static String wrong(Mapping mapping, Object value) {
    return String.join(
        "\n",
        Shop.told(mapping, Shop.with("n", value)).stream()
            .filter(line -> line.startsWith("ERROR"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19.90|19.9",
        "1234.56|1234.56",
        "0|0",
        "-3|-3",
        "+3.00|3",
        ".5|0.5",
        "1e-7|0.0000001"
      })
  void a_number_in_text_with_a_point_is_taken(String text, String number) {
    assertThat(number(price("${n}"), text)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19,90|19.9",
        "1.234,56|1234.56",
        "1 234,56|1234.56",
        "'1\u00a0234\u202f567,5'|1234567.5",
        "1234,5|1234.5",
        "1.234|1234",
        "'1''234,5'|1234.5"
      })
  void a_decimal_comma_is_taken_where_the_mapping_says_so(String text, String number) {
    assertThat(number(price("{ column: n, decimal: ',' }"), text)).isEqualTo(number);
  }

  @Test
  void a_comma_is_not_guessed() {
    assertThat(wrong(price("${n}"), "19,90"))
        .isEqualTo(
            "ERROR /order/items/0/pricing/unitPriceExcludingVAT from n: '19,90' is not a number;"
                + " if ',' is its decimal mark, write decimal: \",\"");
    assertThat(wrong(price("${n}"), "1.234,56")).contains("decimal: \",\"");
    assertThat(wrong(price("${n}"), "1,234.56")).contains("decimal: \".\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19.90", "1.23.4", "12.34,5", "1234.567,00", "1,2,3", "12..", "1 23"})
  void thousands_that_are_none_are_told(String text) {
    assertThat(wrong(price("{ column: n, decimal: ',' }"), text)).contains("is not a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free",
        "-",
        ".",
        "1O",
        "5 pcs",
        "--5",
        "1e",
        "1e5000000000",
        "1e99",
        "٣",
        "NaN",
        "0x10"
      })
  void what_is_no_number_is_told(String text) {
    assertThat(wrong(price("${n}"), text)).startsWith("ERROR ");
  }

  @Test
  void what_a_spreadsheet_has_shortened_is_told() {
    assertThat(wrong(price("${n}"), "6.63424E+12")).contains("its last digits are lost");
  }

  @Test
  void numbers_of_a_database_keep_every_digit_and_are_written_plain() {
    assertThat(number(price("${n}"), new BigDecimal("1666.6600"))).isEqualTo("1666.66");
    assertThat(number(price("${n}"), new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(number(price("${n}"), new BigDecimal("0.00000001"))).isEqualTo("0.00000001");
    assertThat(number(price("${n}"), new BigDecimal("12345678901234567.89")))
        .isEqualTo("12345678901234567.89");
    assertThat(number(price("${n}"), 5L)).isEqualTo("5");
  }

  @Test
  void a_number_that_no_amount_has_is_told_and_never_written_out() {
    assertThat(wrong(price("${n}"), new BigDecimal("1E+1000000"))).contains("1E+1000000");
    assertThat(wrong(price("${n}"), new BigDecimal("1E-1000000"))).contains("more digits");
    assertThat(wrong(price("${n}"), new BigDecimal(BigInteger.TEN.pow(100_000))))
        .contains("a number of more than 300 digits");
    assertThat(wrong(price("${n}"), "9".repeat(200_000))).contains("is not a number");
  }

  @Test
  void a_percentage_becomes_a_ratio() {
    Mapping percent = item("VATRate: { column: n, percent: true }", "1");
    assertThat(number(percent, "20")).isEqualTo("0.2");
    assertThat(number(percent, new BigDecimal("5.500"))).isEqualTo("0.055");
    assertThat(number(percent, "20 %")).isEqualTo("0.2");
    Mapping ratio = item("VATRate: ${n}", "1");
    assertThat(number(ratio, "0.2")).isEqualTo("0.2");
    assertThat(number(ratio, "20%")).isEqualTo("0.2");
    assertThat(wrong(ratio, 20L)).contains("write percent: true");
  }

  @ParameterizedTest
  @CsvSource({"1999, EUR, 19.99", "1999, JPY, 1999", "1999, kwd, 1.999", "0, EUR, 0"})
  void minor_units_follow_the_currency(String amount, String currency, String expected) {
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("id", "1", "n", amount, "c", currency));
    String event = Shop.event(price("{ column: n, minor-units: '${c}' }"), Shop.record(fields));
    assertThat(event).contains("\"unitPriceExcludingVAT\":" + expected + "}");
  }

  @Test
  void minor_units_of_no_currency_are_told() {
    assertThat(wrong(price("{ column: n, minor-units: '${c}' }"), "1999"))
        .contains("'' is no currency");
  }

  @Test
  void amounts_are_calculated_exactly_from_left_to_right() {
    Mapping gross = price("{ column: net, plus: '${tax}', divided-by: '${qty}' }");
    Map<String, Object> fields =
        new LinkedHashMap<>(Map.of("id", "1", "net", "6.00", "tax", "0.45", "qty", 2L));
    assertThat(Shop.event(gross, Shop.record(fields))).contains("\"unitPriceExcludingVAT\":3.225}");
    Mapping third = price("{ column: net, divided-by: 9 }");
    assertThat(Shop.event(third, Shop.record(fields)))
        .contains("\"unitPriceExcludingVAT\":0.6667}");
    Mapping cents = price("{ column: net, times: 0.1, minus: '${tax}', round: 1 }");
    assertThat(Shop.event(cents, Shop.record(fields))).contains("\"unitPriceExcludingVAT\":0.2}");
  }

  @Test
  void nothing_is_divided_by_zero() {
    Mapping rate = item("VATRate: { column: n, divided-by: '${zero}' }", "1");
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("id", "1", "n", "1", "zero", "0.00"));
    assertThat(Shop.told(rate, Shop.record(fields)).get(0))
        .contains("divided-by: zero is 0; where that is right, write otherwise: omit");
    Mapping omitted = item("VATRate: { column: n, divided-by: '${zero}', otherwise: omit }", "1");
    assertThat(Shop.event(omitted, Shop.record(fields))).doesNotContain("VATRate");
  }

  @Test
  void a_count_is_whole() {
    assertThat(quantity("2.0")).isEqualTo("2");
    assertThat(quantity(new BigDecimal("2.0000"))).isEqualTo("2");
    assertThat(quantity(3L)).isEqualTo("3");
    assertThat(quantity(BigInteger.TEN)).isEqualTo("10");
    assertThat(wrong(item("VATRate: 0.2", "${n}"), "2.5")).contains("'2.5' is not a whole number");
    assertThat(wrong(item("VATRate: 0.2", "${n}"), "99999999999999999999")).contains("too large");
    assertThat(wrong(item("VATRate: 0.2", "${n}"), true)).contains("is not a number");
  }

  private static Mapping rate(String divisor) {
    return item("VATRate: { column: tax, divided-by: " + divisor + " }", "1");
  }

  private static SourceRecord totals(String tax, String total) {
    return Shop.record(Map.of("id", "1", "tax", tax, "total", total, "none", ""));
  }

  @Test
  void an_operand_may_be_a_calculation_itself() {
    Mapping rate = rate("{ column: total, minus: '${tax}' }");
    assertThat(Shop.event(rate, totals("18.00", "108.00"))).contains("\"VATRate\":0.2}");
    Mapping deeper =
        rate(
            "{ column: total, minus: { column: tax, times: { column: tax, divided-by: '${tax}' } } }");
    assertThat(Shop.event(deeper, totals("18.00", "108.00"))).contains("\"VATRate\":0.2}");
    assertThat(Shop.told(rate, totals("18.00", "18.00")))
        .first()
        .asString()
        .contains("divided-by: total, tax is 0; where that is right, write otherwise: omit");
    assertThat(Shop.told(rate("{ column: none, minus: '${tax}' }"), totals("18.00", "108.00")))
        .first()
        .asString()
        .contains("none is empty; where that is right, write otherwise: omit");
  }

  @Test
  void a_mistyped_operand_is_told_with_what_may_be_written() {
    assertThat(problems("{ column: n, divided-by: { column: m, mnus: 1 } }"))
        .contains("divided-by: has no 'mnus'; did you mean minus?");
    assertThat(problems("{ column: n, divided-by: [1] }"))
        .contains(
            "divided-by: needs a number, a ${column}, or a calculation"
                + " { column: total, minus: \"${tax}\" }");
    assertThat(problems("{ column: n, divided-by: '${total}-${tax}' }"))
        .contains("a text is not calculated; write { column: total, minus: \"${tax}\" }");
    assertThat(problems("'${total} * ${tax}'"))
        .contains("a text is not calculated; write { column: total, times: \"${tax}\" }");
    assertThat(Shop.event(price("'${n}.${m}'"), Shop.record(Map.of("id", 1, "n", 5, "m", 25))))
        .contains("5.25");
  }

  private static String problems(String price) {
    return String.join(
        "\n",
        Shop.problems(
            """
            key: ${id}
            event:
              action: order
              user: { email: ann@example.com }
              order:
                id: ${id}
                currency: EUR
                items:
                  - product: { name: a, uniqueReference: b }
                    quantity: 1
                    pricing: { unitPriceExcludingVAT: %s }
            """
                .formatted(price)));
  }
}

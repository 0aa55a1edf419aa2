package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that must not become others in silence. */
final class SilentValuesTest {
  private static final String ORDER =
      """
      key: ${id}
      event:
        action: order
        user: { email: ann@example.com }
        order:
          id: ${id}
          currency: EUR
          items:
            - product: { name: a, uniqueReference: %s }
              quantity: 1
              pricing: { %s }
      """;

  private static Mapping price(String leaf) {
    return Shop.mapping(ORDER.formatted("b", "unitPriceExcludingVAT: " + leaf));
  }

  private static String number(Mapping mapping, Map<String, Object> columns) {
    Map<String, Object> fields = new HashMap<>(columns);
    fields.put("id", "1");
    return Shop.event(mapping, Shop.record(fields))
        .replaceAll(".*\"(?:unitPriceExcludingVAT|VATRate)\":(-?[0-9.eE+]+).*", "$1");
  }

  private static List<String> problems(String pricing) {
    return Shop.problems(ORDER.formatted("b", pricing));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minus: '${tax}', minor-units: EUR|16.66",
        "minor-units: EUR, minus: '${tax}'|16.66",
        "plus: 1, minor-units: EUR|20",
        "minor-units: JPY, minus: '${tax}'|1666",
        "divided-by: '${qty}', minor-units: EUR, round: 2|6.66",
        "minor-units: EUR, minus: { column: tax, times: '${qty}' }|10",
        "times: 0.01, minus: { column: tax, minor-units: EUR }|16.66"
      })
  void a_calculation_has_one_unit(String steps, String result) {
    Mapping mapping = price("{ column: total, " + steps + " }");
    assertThat(number(mapping, Map.of("total", "1999", "tax", "333", "qty", "3")))
        .isEqualTo(result);
  }

  @Test
  void a_unit_where_it_would_count_twice_or_not_at_all_is_told() {
    assertThat(
            problems(
                "unitPriceExcludingVAT: { column: a, minor-units: EUR, minus: { column: b,"
                    + " minor-units: EUR } }"))
        .singleElement()
        .asString()
        .contains("holds for the whole calculation; leave it out here");
    assertThat(problems("VATRate: { column: a, minor-units: EUR, divided-by: '${b}' }"))
        .singleElement()
        .asString()
        .contains("a ratio is the same in cents, so leave it out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".a / 100|5.5|0.055",
        "number(.a) + 0.1|0.2|0.3",
        "number(.a) * 1.1|3|3.3",
        "number(.a) - 0.3 + 0.1|0.2|0"
      })
  void an_expression_gives_the_shortest_decimal(String expression, String a, String result) {
    Mapping rate =
        Shop.mapping(
            ORDER.formatted(
                "b", "VATRate: { expression: '%s' }".formatted("(" + expression + ") / 10")));
    Mapping amount = price("{ expression: '" + expression + "' }");
    assertThat(number(amount, Map.of("a", a))).isEqualTo(result);
    assertThat(Double.parseDouble(number(rate, Map.of("a", a))) * 10)
        .isCloseTo(Double.parseDouble(result), Offset.offset(1e-9));
  }

  @Test
  void what_has_no_end_is_refused_with_advice_that_fits_a_rate() {
    assertThat(Shop.told(price("{ expression: '1000000 / 3' }"), Shop.with("a", "1")))
        .first()
        .asString()
        .contains("round: 2 beside it for an amount, round: 4 for a ratio");
    assertThat(problems("VATRate: { expression: .tax / .net, round: 2 }"))
        .singleElement()
        .asString()
        .contains("round: 2 makes 5.5 % into another rate; write round: 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MM/yyyy hh:mm|write HH for hours 0-23",
        "dd/MM/yyyy KK:mm|write HH for hours 0-23",
        "dd/MM/yyyy kk:mm a|write HH for hours 0-23",
        "dd/mm/yyyy|mm are minutes; write MM for the month",
        "yyyy-mm-dd HH:MM|write MM for the month",
        "dd/MM/yyyy HH:MM|MM are months; write mm for minutes",
        "dd/MM/YYYY|write yyyy for the year",
        "DD/MM/yyyy|write dd for the day",
        "dd/MM/yyyy HH:mm:SS|SS are parts of a second; write ss",
        "dd/MM/yyyy HH:ss|ss are seconds, and stand behind minutes, mm",
        "dd/yyyy|it has no month; write MM",
        "dd/MM/yyyy HH|it has hours and no minutes; write HH:mm",
        "yyyy-MM-ddTHH:mm|other letters in quotes",
        "dd/MM/yyyy {|is no pattern for dates",
        "dd/MM HH:mm|it has no year"
      })
  void a_pattern_that_never_makes_a_date_is_refused(String pattern, String message) {
    assertThat(time(pattern)).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM/yyyy HH:mm",
        "dd/MM/yyyy[ HH:mm]",
        "d.M.yy H:mm",
        "M/d/yyyy h:mm a",
        "yyyyMMddHHmmss",
        "yyyy-MM-dd'T'HH:mm:ss.SSS",
        "EEE, dd MMM yyyy HH:mm:ss Z",
        "HH:mm dd/MM/uuuu",
        "dd/MM/yyyy HH:mm XXX",
        "dd/MM/yyyy HH:mm z"
      })
  void a_pattern_that_makes_dates_is_taken(String pattern) {
    assertThat(time(pattern)).isEmpty();
  }

  private static List<String> time(String pattern) {
    return Shop.problems(
        """
        key: ${id}
        zone: UTC
        event:
          action: send data
          actionTime: { column: at, format: "%s" }
          user: { email: ann@example.com }
        """
            .formatted(pattern));
  }

  @Test
  void an_identifier_of_several_columns_is_whole_or_absent() {
    Mapping mapping =
        Shop.mapping(ORDER.formatted("{ text: '${a}-${b}' }", "unitPriceExcludingVAT: 1"));
    assertThat(Shop.event(mapping, Shop.record(Map.of("id", "1", "a", "5", "b", "6"))))
        .contains("\"uniqueReference\":\"5-6\"");
    assertThat(Shop.event(mapping, Shop.record(Map.of("id", "1", "a", "5", "b", " "))))
        .doesNotContain("uniqueReference");
    Mapping user = Shop.user("username: x\ncompanyName: ${a} ${b}\nVATIN: FR${b}${a}");
    assertThat(Shop.event(user, Shop.with("a", "5")))
        .contains("\"companyName\":\"5\"")
        .doesNotContain("VATIN");
  }

  @Test
  void half_a_key_is_none() {
    Mapping mapping =
        Shop.mapping(
            "key: ${shop}-${id}\nevent: { action: send data, user: { email: ann@example.com } }");
    assertThat(Shop.told(mapping, Shop.with("shop", "")))
        .singleElement()
        .asString()
        .contains("the key is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "€|EUR",
        "Euro|EUR",
        "euros|EUR",
        "£|GBP",
        "zł|PLN",
        "Kč|CZK",
        "R$|BRL",
        "US$|USD",
        "Swiss Franc|CHF",
        "Schweizer Franken|CHF",
        "eur|EUR"
      })
  void a_currency_is_known_by_its_sign_and_name(String written, String code) {
    Mapping mapping = Shop.user("preferredCurrency: { column: c, trim: false }");
    assertThat(Shop.event(mapping, Shop.with("c", written + " ")))
        .contains("\"preferredCurrency\":\"" + code + "\"");
    assertThat(Shop.told(mapping, Shop.with("c", written))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "kr", "¥", "Dollar"})
  void a_sign_of_several_currencies_is_doubted(String sign) {
    assertThat(Shop.told(Shop.user("preferredCurrency: ${c}"), Shop.with("c", sign)))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("any of several currencies; say which, for example values: { \"" + sign + "\": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 234,56 €|1234.56",
        "CHF 12,50|12.5",
        "€12,50|12.5",
        "-€12,50|-12.5",
        "€ -12,50|-12.5",
        "\u221212,50 zł|-12.5",
        "12,50 kr.|12.5",
        "kr. 12,50|12.5",
        "12,50EUR|12.5",
        "$5|5",
        "US$ 1.234,50|1234.5"
      })
  void an_amount_is_read_beside_its_currency(String text, String number) {
    assertThat(number(price("{ column: n, decimal: ',' }"), Map.of("n", text))).isEqualTo(number);
    assertThat(
            number(
                price("{ column: n, decimal: ',', plus: '${n}', minus: '${n}' }"),
                Map.of("n", text)))
        .isEqualTo(number);
  }

  @Test
  void the_apostrophe_of_a_spreadsheet_is_no_part_of_a_number() {
    assertThat(number(price("'${n}'"), Map.of("n", "'-10.42"))).isEqualTo("-10.42");
    assertThat(number(price("'${n}'"), Map.of("n", "'10.42"))).isEqualTo("10.42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 pcs", "€ 5 €", "-€-5", "5 % off", "EUR", "12 m EUR"})
  void what_stands_beside_a_number_and_is_no_currency_is_told(String text) {
    assertThat(Shop.told(price("{ column: n, decimal: ',' }"), Shop.with("n", text)))
        .first()
        .asString()
        .contains("is not a number")
        .contains("write it alone, or an amount with its currency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".price * .qty",
        ".qty * .price",
        "2 * (1 + .qty) * .price",
        "let x = {\"a\": .price * .qty} $x.a",
        "let x = [for (.rows) .price * .qty] $x[0]",
        "round(.price*.qty)",
        "\"*\" + .price * .qty // * times"
      })
  void a_text_is_never_repeated(String expression) {
    Mapping mapping = Shop.user("username: { expression: '" + expression + "' }");
    Map<String, Object> record =
        Map.of(
            "id",
            "1",
            "price",
            "12.50",
            "qty",
            2_000_000_000L,
            "rows",
            List.of(Map.of("price", "1", "qty", 2_000_000_000L)));
    assertThat(Shop.told(mapping, Shop.record(record)))
        .singleElement()
        .asString()
        .contains("one side of * is a text; write number() around it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number(.price) * .qty - 1 * 2|36",
        ".qty*2 - 1|5",
        ".qty * .list[1].a * -1|-6",
        ".qty * 1.5e1 + .qty * max(1, 2)|51",
        "let a = {\"b\": 2} .qty * $a.b|6",
        "let x = {\"a\": .qty, * : .} $x.qty|3",
        ".qty * (.qty * (.qty - 1))|18"
      })
  void numbers_are_multiplied_as_before(String expression, String result) {
    Map<String, Object> record =
        Map.of("price", "12.666666", "qty", 3L, "list", List.of(1L, Map.of("a", 2L)));
    Mapping mapping = price("{ expression: '" + expression + "', round: 0 }");
    assertThat(number(mapping, record)).isEqualTo(result);
  }

  private static long version(String at) {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            version: ${at}
            zone: Europe/Paris
            event: { action: send data, user: { email: ann@example.com } }
            """);
    Event event = Shop.ready(mapping, Shop.with("at", at));
    assertThat(Shop.told(mapping, Shop.with("at", at))).isEmpty();
    return event.version();
  }

  @Test
  void in_the_hour_that_comes_twice_no_version_is_older_than_another() {
    long first = version("2026-10-25 02:50:00"); // 02:12 may be 22 minutes later
    assertThat(version("2026-10-25 02:12:00")).isEqualTo(first);
    assertThat(version("2026-10-25 01:59:59")).isLessThan(first);
    assertThat(version("2026-10-25 03:00:00")).isGreaterThan(first);
    assertThat(version("2026-10-25T02:50:00+01:00")).isGreaterThan(first);
  }

  @Test
  void an_item_whose_columns_are_all_empty_is_none() {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            event:
              action: order
              user: { email: ann@example.com }
              order:
                id: ${id}
                currency: EUR
                items:
                  each: rows
                  product: { name: "${name}", uniqueReference: "${sku}" }
                  quantity: { column: qty, default: 1 }
                  pricing:
                    unitPriceExcludingVAT: { column: price, default: fail }
            """);
    Map<String, Object> empty = new HashMap<>(Map.of("id", "1", "name", " "));
    List.of("sku", "qty", "price").forEach(column -> empty.put(column, null));
    Map<String, Object> full =
        Map.of("id", "1", "name", "Pen", "sku", "p", "qty", "2", "price", "3");
    assertThat(Shop.event(mapping, Shop.rows(List.of(empty, full))))
        .contains("\"items\":[{")
        .containsOnlyOnce("\"product\"");
    assertThat(Shop.told(mapping, Shop.rows(List.of(empty, full)))).isEmpty();
    Map<String, Object> wrong = new HashMap<>(empty);
    wrong.put("qty", "two");
    assertThat(Shop.told(mapping, Shop.rows(List.of(wrong, full))))
        .anyMatch(told -> told.contains("'two' is not a number"));
  }
}

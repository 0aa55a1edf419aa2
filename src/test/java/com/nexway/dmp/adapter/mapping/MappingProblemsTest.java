package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is wrong with a mapping is told when it is loaded, all at once, at its place. */
final class MappingProblemsTest {
  private static final String ORDER =
      """
      key: ${id}
      event:
        action: order
        user: { email: "${email}" }
        order:
          id: ${id}
          currency: EUR
          items: { each: rows, product: { name: a, uniqueReference: b }, quantity: 1 }
      """;

  /** The one problem of a mapping of a user with one more line, which is line 6. */
  private static String user(String line) {
    List<String> problems =
        Shop.problems(
            """
            key: ${id}
            event:
              action: send data
              user:
                email: ${email}
                %s
            """
                .formatted(line));
    assertThat(problems).hasSize(1);
    return problems.get(0).replaceFirst("^mappings/test.yaml:", "");
  }

  @Test
  void a_mapping_that_is_right_has_no_problem() {
    assertThat(Shop.problems(ORDER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fristName: ${a}|6:5: user has no property 'fristName'; did you mean firstName?",
        "custmerID: ${a}|6:5: user has no property 'custmerID'; did you mean _meta.customerID?",
        "shoeSize: ${a}|6:5: user has no property 'shoeSize'; it has FTIN, VATIN",
        "unitPrice: ${a}|6:5: user has no property 'unitPrice'; did you mean cart.items.pricing.unitPriceExcludingVAT?",
        "birthDate: 31/02/1990|6:16: user.birthDate: '31/02/1990' is no date; write it as 2026-03-31",
        "gender: male|6:13: user.gender: 'male' is none of its values: M, F",
        "companySizeRange: 51 - 200|6:23: user.companySizeRange: '51 - 200' is none of its values; did you mean 51-200?",
        "companySizeFreeRange: { lowerBoundInclusive: ten }|6:50: user.companySizeFreeRange.lowerBoundInclusive: 'ten' is no whole number",
        "companySizeFreeRange: 10|6:27: user.companySizeFreeRange is made of properties, each on a line of its own below it: lowerBoundInclusive, upperBoundInclusive",
        "firstName: [a, b]|6:16: user.firstName takes one value, and this is a list",
        "firstName: ${a|6:16: '${a': the } behind ${ is missing",
        "firstName: ${}|6:16: the name of a column is missing",
        "firstName:|6:15: user.firstName: no value is written here; leave the line out, or write one",
        "firstName: ''|6:16: user.firstName: no value is written here; leave the line out, or write one",
        "firstName: ${../a}|6:16: '../a' looks further out than the record; leave out ../",
        "firstName: { column: '${a}' }|6:26: write the name of the column alone: a",
        "firstName: { colum: a }|6:18: the value of user.firstName has no 'colum'; did you mean column?",
        "firstName: { column: a, text: b }|6:16: write one of column:, text: and expression:, not several",
        "firstName: { column: a, format: dd }|6:29: format: is for dates and times, and user.firstName is a text",
        "birthDate: { column: a, format: DD/MM/YYYY }|6:37: 'DD/MM/YYYY': write yyyy for the year, not YYYY",
        "birthDate: { column: a, format: dd/MM/yy }|6:37: 'dd/MM/yy': two digits do not tell the century of a birth",
        "birthDate: { column: a, format: MM/yyyy }|6:37: 'MM/yyyy' has no day, which user.birthDate needs; write dd",
        "birthDate: { column: a, format: hello }|6:37: 'hello': it has no year",
        "birthDate: { column: a, zone: Europe/Pari }|6:35: 'Europe/Pari' is no zone; did you mean Europe/Paris?",
        "firstName: { column: a, trim: maybe }|6:35: trim: is true or false, and this is 'maybe'",
        "firstName: { column: a, percent: true }|6:29: percent: is for ratios such as VATRate, and user.firstName is a text",
        "firstName: { column: a, divided-by: 2 }|6:16: only amounts and ratios are calculated with, and user.firstName is a text",
        "gender: { column: a, values: { m: M, w: W } }|6:45: user.gender: 'W' is none of its values",
        "gender: { column: a, values: { ' m': M } }|6:36: ' m' never occurs: blanks at the edges of a value are dropped",
        "gender: { column: a, values: M }|6:34: values: needs lines such as paid: order, and this is a text",
        "gender: { column: a, otherwise: X }|6:37: user.gender: 'X' is none of its values",
        "addresses: { country: FR, zipcode: 1 }|6:16: user.addresses is a list: write '- ' before the first property",
        "addresses: [{ country: FR }]|6:17: user.addresses.zipcode is not mapped, and the DMP refuses user.addresses without it",
        "addresses: { each: , country: FR, zipcode: '1' }|6:18: each: needs the name of an array, or rows",
        "networkIdentities: [{ when: { column: a }, identifier: b, platform: facebook }]|6:33: when: needs one of equals:, in:, not: and empty:, and has none",
        "networkIdentities: [{ when: a, identifier: b, platform: facebook }]|6:33: when: is written as { column: status, in: [paid, cancelled] }"
      })
  void a_line_that_is_wrong_is_told_at_its_place(String line, String problem) {
    assertThat(user(line)).startsWith(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "action: order|action: ordr|4:11: action: 'ordr' is none of its values; did you mean order?",
        "action: order|action: cart|4:3: an event with the action 'cart' needs cart, which is not mapped",
        "action: order|action: { column: s, values: { a: order, b: use product } }|4:3: an event with the action 'use product' needs usage, which is not mapped",
        "currency: EUR||7:5: order.currency is not mapped, and the DMP refuses order without it",
        "quantity: 1|quantity: 2.5|9:78: order.items.quantity: '2.5' is no whole number",
        "quantity: 1|quantity: 1, pricing: { VATRate: 20 }|9:101: order.items.pricing.VATRate: '20' is no ratio from 0 to 1; for 20 % write 0.2",
        "quantity: 1|quantity: 1, pricing: { unitPriceExcludingVAT: '1,50' }|9:115: order.items.pricing.unitPriceExcludingVAT: '1,50' is no amount; write it as 19.90",
        "quantity: 1|quantity: 1, pricing: { VATRate: { column: a, round: many } }|9:114: round: is a number of decimals from 0 to 12",
        "key: ${id}|key: order|1:1: key: is the same for every record; name a column",
        "key: ${id}|kee: ${id}|1:1: a mapping has no 'kee'; did you mean key?",
        "key: ${id}|zone: Paris|1:1: key: is missing: say what identifies a record"
      })
  void a_mapping_of_an_order_that_is_wrong_is_told(String right, String wrong, String problem) {
    String yaml = "# orders\n" + ORDER.replace(right, wrong == null ? "" : wrong);
    String shifted = problem.replaceFirst("^1:1", "2:1");
    assertThat(Shop.problems(yaml))
        .anyMatch(line -> line.startsWith("mappings/test.yaml:" + shifted));
  }

  @Test
  void a_cart_without_pictures_is_told() {
    String cart =
        """
        key: ${id}
        event:
          action: cart
          user: { email: "${email}" }
          cart:
            currency: EUR
            items: { each: rows, product: { name: a, uniqueReference: b }, quantity: 1 }
        """;
    assertThat(Shop.problems(cart))
        .containsExactly(
            "mappings/test.yaml:5:3: cart.items.product.packshots is not mapped, and the DMP refuses"
                + " a cart without pictures of its products");
  }

  @Test
  void all_problems_of_a_file_are_told_at_once() {
    assertThat(
            Shop.problems(
                """
                zone: Europe/Pari
                decimal: ;
                event:
                  action: ordr
                  usr: {}
                more: 1
                """))
        .hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]|a list", "text|a text"})
  void a_file_that_is_no_mapping_is_told(String yaml, String what) {
    assertThat(Shop.problems(yaml))
        .containsExactly(
            "mappings/test.yaml:1:1: a mapping begins with key: and event:, and this is " + what);
  }

  @Test
  void every_file_of_a_folder_is_read_and_the_right_ones_are_of_use(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), ORDER);
    Files.writeString(folder.resolve("wrong.yaml"), "key: [");
    Files.writeString(folder.resolve("notes.txt"), "notes");
    Files.writeString(folder.resolve(".hidden.yaml"), "key: [");
    Mappings mappings = Mappings.load(folder, "mappings");
    assertThat(mappings.names()).containsExactly("orders");
    assertThat(mappings.find("orders")).isPresent();
    assertThat(mappings.find("wrong")).isEmpty();
    assertThat(mappings.problems())
        .extracting(problem -> problem.file())
        .containsExactly("mappings/notes.txt", "mappings/wrong.yaml");
  }

  @Test
  void the_columns_that_a_source_lacks_are_told_at_their_place() {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            event:
              action: order
              user: { email: "${e_mail}", firstName: "${billing.first_name}" }
              order:
                id: ${id}
                currency: EUR
                items:
                  each: rows
                  product: { name: "${name}", uniqueReference: "${../sku}" }
                  quantity: ${qty}
            """);
    assertThat(mapping.columns())
        .extracting(Column::path)
        .containsExactly(
            "id", "id", "rows[]", "name", "sku", "qty", "e_mail", "billing.first_name");
    assertThat(mapping.missing(List.of("id", "name", "sku", "quantity", "email", "billing")))
        .extracting(Object::toString)
        .containsExactly(
            "mappings/test.yaml:11:17: the source has no column 'qty'; it has billing, email, id,"
                + " name, quantity, sku",
            "mappings/test.yaml:4:18: the source has no column 'e_mail'; did you mean 'email'?");
  }

  @Test
  void the_columns_that_a_source_has_are_named_once_and_only_where_they_are_a_header() {
    Mapping mapping =
        Shop.user("firstName: ${given}\nlastName: ${family}\ncountry: ${land}\nusername: ${nick}");

    List<String> told =
        mapping.missing(List.of("id", "mail", "x")).stream().map(each -> each.message()).toList();
    assertThat(told).hasSize(4).first().asString().endsWith("; it has id, mail, x");
    assertThat(told.subList(1, 4)).noneMatch(words -> words.contains("it has"));
    assertThat(mapping.missing(List.of("271", "Ann Lee", "3 rue des Lilas")))
        .extracting(each -> each.message())
        .first()
        .isEqualTo(
            "the source has no column 'id'; it has 3 columns, none of which the mapping names");
  }

  @Test
  void a_word_near_to_rows_is_hinted_at() {
    Mapping mapping =
        Shop.user("addresses: { each: row, country: FR, zipcode: '${zip}', street: '${row}' }");
    assertThat(mapping.missing(java.util.List.of("id", "zip")))
        .first()
        .asString()
        .contains("the source has no column 'row'; did you mean 'rows'?");
  }
}

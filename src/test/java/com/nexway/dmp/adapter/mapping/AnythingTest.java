package com.nexway.dmp.adapter.mapping;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

/** Any value whatever in, an event or a clear problem out. */
final class AnythingTest {
  private static final Mappings SHIPPED = Mappings.load(Path.of("mappings"), "mappings");
  private static final Mapper MAPPER = new Mapper(SHIPPED, new SuppressedAddresses(List.of()));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A mapping with every kind of rule; its columns are a to h. */
  private static final Mapping ALL_RULES =
      Shop.mapping(
          """
          key: ${a}-${b}
          customer: ${c}
          version: ${d}
          zone: Europe/Paris
          decimal: ","
          when: { column: h, not: never }
          event:
            _meta: { dataAcquisitionTime: "${a}", originStore: "shop ${b}" }
            action: { column: a, values: { cancel: cancel order, x: skip }, otherwise: order }
            actionTime: { column: b, format: "dd/MM/yyyy[ HH:mm]", otherwise: omit }
            cart:
              currency: ${a}
              items: { each: b, product: { name: "${.}", uniqueReference: "${c}", packshots: { each: d, URL: "${.}", height: "${e}", width: 1 } }, quantity: "${../a}" }
            user:
              email: { column: c, default: ann@example.com }
              birthDate: ${d}
              gender: ${e}
              username: { expression: "if (.a) string(.a) else .rows" }
              title: { column: f, html: true }
              phoneNumbers: { column: g, split: ";" }
              addresses: [{ country: "${a}", zipcode: "${b}", street: "${c}" }, { country: FR, zipcode: "${h}" }]
            order:
              id: ${e}
              currency: EUR
              CCExpirationDate: ${f}
              items:
                each: rows
                product: { name: "${a} ${b}", uniqueReference: "${c.0.d}" }
                quantity: ${d}
                pricing:
                  VATRate: { column: e, percent: true, round: 3 }
                  unitPriceExcludingVAT: { column: f, minor-units: "${g}", times: "${a}", divided-by: "${b}" }
                  discountConstant: { expression: .a / 7, round: 2 }
          """);

  @Provide
  Arbitrary<Random> chance() {
    return Arbitraries.longs().map(Random::new);
  }

  @Property(tries = 1_000)
  void any_record_makes_an_event_or_a_clear_problem(@ForAll("chance") Random chance) {
    AnyValue any = new AnyValue(chance);
    String[] columns = {"a", "b", "c", "d", "e", "f", "g", "h", "rows"};
    Map<String, Object> fields = any.map(0, columns);
    SourceRecord record =
        new SourceRecord(
            Shop.record(Map.of()).origin(), fields, List.of(fields, any.map(0, columns)));
    Draft draft = MAPPER.draft(record, ALL_RULES);
    assertClear(draft);
    assertThat(bytes(MAPPER.draft(record, ALL_RULES))).isEqualTo(bytes(draft));
  }

  @Property(tries = 300)
  void any_values_in_the_columns_of_the_shipped_mappings_do(@ForAll("chance") Random chance) {
    AnyValue any = new AnyValue(chance);
    for (String name : SHIPPED.names()) {
      List<Column> columns = SHIPPED.find(name).orElseThrow().columns();
      SourceRecord record =
          Shop.record(any.map(0, columns.stream().map(Column::path).toArray(String[]::new)));
      Batch batch = new Batch("any", Lane.LIVE, List.of(record), List.of(), null);
      Drafts drafts = new Validator().validate(MAPPER.map(batch, name));
      drafts.drafts().forEach(AnythingTest::assertClear);
    }
  }

  @Property(tries = 1_000)
  void every_valid_text_comes_through_unharmed(@ForAll("chance") Random chance) throws IOException {
    Mapping mapping = Shop.user("username: { column: name, trim: false, default: none }");
    String text = new String(new AnyValue(chance).text().getBytes(UTF_16BE), UTF_16BE);
    JsonNode event = JSON.readTree(Shop.ready(mapping, Shop.with("name", text)).body(1));
    assertThat(event.at("/user/username").asText()).isEqualTo(text.isEmpty() ? "none" : text);
  }

  @Property(tries = 200)
  void a_column_of_a_table_is_found_whatever_its_capitals(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String letters) {
    String name = "x_" + letters;
    Mapping mapping = Shop.user("username: ${" + name + "}");
    for (String column :
        List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
      assertThat(Shop.event(mapping, Shop.rows(List.of(Map.of("id", "1", column, "Ann")))))
          .contains("\"username\":\"Ann\"");
    }
  }

  @Property(tries = 500)
  void a_mapping_differs_from_itself_for_no_record(@ForAll("chance") Random chance) {
    String[] columns = {"a", "b", "c", "d", "e", "f", "g", "h", "rows"};
    Map<String, Object> fields = new AnyValue(chance).map(0, columns);
    SourceRecord record = new SourceRecord(Shop.record(Map.of()).origin(), fields, List.of(fields));
    Preview preview = new Preview(ALL_RULES, new SuppressedAddresses(List.of()));
    assertThat(Change.of(preview.of(record), preview.of(record)).lines()).isEmpty();
  }

  @Property(tries = 300)
  void any_text_as_a_mapping_is_a_mapping_or_a_list_of_problems(@ForAll("chance") Random chance) {
    String yaml = ORDERS;
    for (int i = chance.nextInt(6); i >= 0; i--) {
      yaml = yaml.replace(PARTS[chance.nextInt(PARTS.length)], PARTS[chance.nextInt(PARTS.length)]);
    }
    int end = chance.nextInt(4) == 0 ? chance.nextInt(yaml.length() + 1) : yaml.length();
    assertThat(Shop.problems(yaml.substring(0, end)))
        .allSatisfy(line -> assertThat(line).matches("(?s)mappings/test.yaml:\\d+:\\d+: .+"));
  }

  private static final String ORDERS = shipped();
  private static final String[] PARTS = {
    "key",
    "event",
    "user",
    "email",
    "order",
    "items",
    "each",
    "rows",
    "column",
    "values",
    "action",
    "${",
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    "\n",
    "\n  ",
    ": ",
    "examples",
    "record",
    "when",
    "in",
    "expression",
    "status",
    "format",
    "zone",
    "'",
    "\"",
    "decimal",
    "round",
    "1",
    "null",
    "~",
    "&x",
    "*x",
    "!!",
    "|",
    ">",
    "#",
    "addresses",
    "${email}",
    "true",
    "order_id",
    ",",
    "percent",
    " "
  };

  private static String shipped() {
    try {
      return Files.readString(Path.of("mappings", "orders.yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertClear(Draft draft) {
    if (draft instanceof Draft.Ready ready) {
      assertReadable(ready.event().body(1));
      assertThat(ready.warnings()).noneMatch(Problem::isError);
    } else if (draft instanceof Draft.Refused refused) {
      assertThat(refused.problems()).anyMatch(Problem::isError);
      refused.problems().forEach(AnythingTest::assertClear);
      assertThat(refused.event()).isNotNull();
      assertReadable(refused.event().body(1));
    } else {
      assertThat(((Draft.Skipped) draft).reason()).isNotBlank();
    }
  }

  private static void assertClear(Problem problem) {
    assertThat(problem.message()).isNotBlank().hasSizeLessThan(2_000);
    assertThat(problem.value() == null ? "" : problem.value()).hasSizeLessThanOrEqualTo(200);
    try {
      assertThat(JSON.writeValueAsBytes(problem)).isNotEmpty();
    } catch (JsonProcessingException e) {
      throw new AssertionError("a problem that cannot be written into a dead letter", e);
    }
  }

  private static void assertReadable(byte[] body) {
    try {
      JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + new String(body, UTF_8), e);
    }
  }

  private static String bytes(Draft draft) {
    return draft instanceof Draft.Ready ready
        ? new String(ready.event().body(1), UTF_8)
        : String.valueOf(draft instanceof Draft.Refused refused ? refused.problems() : draft);
  }
}

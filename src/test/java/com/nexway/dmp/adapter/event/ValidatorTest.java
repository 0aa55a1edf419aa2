package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft.Ready;
import com.nexway.dmp.adapter.event.Draft.Refused;
import com.nexway.dmp.adapter.event.Draft.Skipped;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final SourceRecord RECORD =
      new SourceRecord(new Origin("orders", "orders.csv line 17"), Map.of(), List.of());
  private static final Problem DOUBT =
      Problem.warning("/user/country", "Land", "Deutsch", "is no country");

  private final Validator validator = new Validator();

  @Test
  void a_valid_event_goes_on_as_it_is() {
    Ready ready = ready(Samples.order(), null);

    assertThat(validate(ready)).isSameAs(ready);
  }

  @Test
  void an_event_with_errors_is_refused_with_the_warnings_beside_them() {
    ObjectNode json = Samples.with(Samples.order(), "/order/currency", (JsonNode) null);

    Draft draft = validate(ready(json, null));

    Refused refused = (Refused) draft;
    assertThat(refused.key()).isEqualTo("order:1001");
    assertThat(refused.event()).isNotNull();
    assertThat(refused.problems())
        .extracting(Problem::pointer)
        .containsExactly("/user/country", "/order/currency");
  }

  @Test
  void doubts_are_added_to_those_of_the_mapping_and_the_event_goes_on() {
    ObjectNode json = Samples.with(Samples.order(), "/order/items/0/pricing", (JsonNode) null);

    Draft draft = validate(ready(json, null));

    assertThat(((Ready) draft).warnings())
        .extracting(Problem::pointer)
        .containsExactly("/user/country", "/order/items/0/pricing");
  }

  @Test
  void a_time_that_the_mapping_gives_is_checked_like_the_rest() {
    Draft draft = validate(ready(Samples.order(), 1_700_000_000_123L));

    assertThat(((Refused) draft).problems())
        .last()
        .satisfies(p -> assertThat(p.pointer()).isEqualTo("/_meta/dataAcquisitionTime"))
        .satisfies(p -> assertThat(p.message()).contains("write 1700000000"));
  }

  @Test
  void a_problem_names_the_column_that_the_value_came_from() {
    Draft draft =
        validate(ready(Samples.with(Samples.order(), "/order/items/0/quantity", "2.5"), null));

    Problem problem = ((Refused) draft).problems().get(1);
    assertThat(problem.column()).isEqualTo("column of /order/items/0/quantity");
    assertThat(problem.value()).isEqualTo("2.5");
  }

  @Test
  void what_is_skipped_or_refused_already_passes_through_in_its_place() {
    Skipped skipped = new Skipped(RECORD, null, "a test order");
    Refused refused = new Refused(RECORD, null, null, List.of());
    Ready ready = ready(Samples.order(), null);
    Batch batch = new Batch("orders", Lane.LIVE, List.of(RECORD, RECORD, RECORD), List.of(), null);

    Drafts drafts = validator.validate(new Drafts(batch, List.of(skipped, ready, refused)));

    assertThat(drafts.batch()).isSameAs(batch);
    assertThat(drafts.drafts()).containsExactly(skipped, ready, refused);
  }

  @Test
  void every_violation_is_told_at_once() {
    ObjectNode json =
        Samples.json(
            """
        {"action": "order", "custmerID": 1, "user": {"email": "x", "gender": "X", "birthDate": "now"},
         "order": {"id": 7, "items": [{"quantity": "two", "product": {}}]}}
        """);

    assertThat(validator.violations(json))
        .filteredOn(Problem::isError)
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/custmerID",
            "/user/email",
            "/user/gender",
            "/user/birthDate",
            "/order/currency",
            "/order/id",
            "/order/items/0/quantity",
            "/order/items/0/product/name",
            "/order/items/0/product/uniqueReference");
  }

  @Test
  void a_hundred_errors_are_listed_and_the_others_counted() {
    ObjectNode json = Samples.sendData();
    for (int i = 0; i < 200_000; i++) {
      json.put("unknown" + i, i);
    }

    List<Problem> problems =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> validator.violations(json));

    assertThat(problems)
        .hasSize(101)
        .last()
        .extracting(Problem::message)
        .isEqualTo("and 199900 more errors");
  }

  @Test
  void a_number_of_a_million_digits_is_refused_by_its_length() {
    ObjectNode json = Samples.order();
    ((ObjectNode) json.at("/order/items/0")).put("quantity", BigInteger.TEN.pow(1_000_000));
    ((ObjectNode) json.at("/order/items/0/pricing"))
        .put("VATRate", new BigDecimal(BigInteger.TEN.pow(1_000_000), 1_000_000));

    List<Problem> problems =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> validator.violations(json));

    assertThat(problems)
        .extracting(Problem::pointer, Problem::message)
        .containsExactlyInAnyOrder(
            tuple("/order/items/0/quantity", "our rule: has more than 1,000 digits: shorten it"),
            tuple(
                "/order/items/0/pricing/VATRate",
                "our rule: has more than 1,000 digits: shorten it"));
  }

  @Test
  void what_is_nested_or_long_without_end_is_refused_in_one_pass() {
    ObjectNode json = Samples.full();
    json.set("x", AnyJson.nested(200_000));
    ((ObjectNode) json.get("user")).set("firstName", AnyJson.nested(200_000));
    ((ObjectNode) json.get("user")).put("lastName", "\ud83d".repeat(5_000_000));
    ((ObjectNode) json.get("user")).put("email", "a.".repeat(5_000_000));
    ((ObjectNode) json.get("user")).put("birthDate", "1".repeat(5_000_000));
    ((ObjectNode) json.get("order")).put("paymentMethod", "visa".repeat(1_000_000));
    ((ObjectNode) json.get("order")).put("n".repeat(5_000_000), 1);
    ArrayNode items = (ArrayNode) json.at("/order/items");
    for (int i = 0; i < 100_000; i++) {
      items.add(items.get(0));
    }

    List<Problem> problems =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> validator.violations(json));

    assertThat(problems).hasSize(7).allSatisfy(ValidatorTest::isReadable);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void any_json_is_an_event_or_clear_problems(@ForAll("json") JsonNode any) {
    Event event = new Event("k", "c", null, null, (ObjectNode) any);

    List<Problem> problems = validator.violations(event.json());

    assertThat(problems).allSatisfy(ValidatorTest::isReadable);
    assertThat(event.text()).isNotEmpty();
    if (problems.stream().noneMatch(Problem::isError)) {
      assertThat(event.body(17)).isNotEmpty();
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void any_value_at_any_place_of_an_event_is_taken_or_told(
      @ForAll("paths") String path, @ForAll("values") JsonNode value) {
    String pointer = Samples.pointer(path);
    ObjectNode json = Samples.with(Samples.full(), pointer, value);

    List<Problem> problems = validator.violations(json);

    assertThat(problems).allSatisfy(ValidatorTest::isReadable);
    if (!path.equals("action") && !path.startsWith("user.companySize")) { // these bear on others
      assertThat(problems)
          .filteredOn(Problem::isError)
          .allSatisfy(problem -> assertThat(problem.pointer()).startsWith(pointer));
    }
    if (problems.stream().noneMatch(Problem::isError)) {
      assertThat(new Event("k", "c", null, null, json).body(17)).isNotEmpty();
    }
  }

  private static void isReadable(Problem problem) {
    assertThat(problem.message()).isNotBlank().hasSizeLessThan(1_000).doesNotContain("\n");
    assertThat(problem.pointer()).hasSizeLessThan(1_000).doesNotContain("\n");
    if (problem.value() != null) {
      assertThat(problem.value()).hasSizeLessThan(1_000).doesNotContain("\n");
    }
  }

  @Provide
  Arbitrary<JsonNode> json() {
    return AnyJson.objects();
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return AnyJson.values();
  }

  @Provide
  Arbitrary<String> paths() {
    return net.jqwik.api.Arbitraries.of(EventDocument.document().paths());
  }

  private Draft validate(Ready ready) {
    Batch batch = new Batch("orders", Lane.LIVE, List.of(RECORD), List.of(), null);
    return validator.validate(new Drafts(batch, List.of(ready))).drafts().get(0);
  }

  private static Ready ready(ObjectNode json, @Nullable Long acquired) {
    Event event = new Event("order:1001", "john.doe@example.com", null, acquired, json);
    return new Ready(RECORD, event, List.of(DOUBT), pointer -> "column of " + pointer);
  }
}

package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.testing.Patience;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever comes in: an event or clear problems, in one pass and a small stack. */
class AnyJsonTest {
  private final Validator validator = new Validator();

  @Test
  void a_hundred_errors_are_listed_and_the_others_counted() {
    ObjectNode json = Samples.sendData();
    for (int i = 0; i < 200_000; i++) {
      json.put("unknown" + i, i);
    }

    List<Problem> problems =
        Assertions.assertTimeoutPreemptively(Patience.LONG, () -> validator.violations(json));

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
        Assertions.assertTimeoutPreemptively(Patience.LONG, () -> validator.violations(json));

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
        Assertions.assertTimeoutPreemptively(Patience.LONG, () -> validator.violations(json));

    assertThat(problems).hasSize(7).allSatisfy(AnyJsonTest::isReadable);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void any_json_is_an_event_or_clear_problems(@ForAll("json") JsonNode any) {
    Event event = Event.of("k", "c", null, (ObjectNode) any);

    List<Problem> problems = validator.violations(event.json());

    assertThat(problems).allSatisfy(AnyJsonTest::isReadable);
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

    assertThat(problems).allSatisfy(AnyJsonTest::isReadable);
    if (!path.equals("action") && !path.startsWith("user.companySize")) { // these bear on others
      assertThat(problems)
          .filteredOn(Problem::isError)
          .allSatisfy(problem -> assertThat(problem.pointer()).startsWith(pointer));
    }
    if (problems.stream().noneMatch(Problem::isError)) {
      assertThat(Event.of("k", "c", null, json).body(17)).isNotEmpty();
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
    return Arbitraries.of(EventDocument.document().paths());
  }
}

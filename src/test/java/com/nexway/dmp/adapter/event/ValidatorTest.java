package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.event.Draft.Ready;
import com.nexway.dmp.adapter.event.Draft.Refused;
import com.nexway.dmp.adapter.event.Draft.Skipped;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  void an_event_larger_than_a_megabyte_is_refused_with_its_size() {
    ObjectNode json = Samples.order();
    String name = "x".repeat(1024 * 1024);

    Draft draft =
        validate(
            ready(Samples.with(json, "/order/items/0/product/name", TextNode.valueOf(name)), null));

    assertThat(((Refused) draft).problems())
        .last()
        .satisfies(p -> assertThat(p.pointer()).isEmpty())
        .satisfies(p -> assertThat(p.message()).contains("1,048,576 (1 MB)", "a rule of ours"));
    String less = "x".repeat(1024 * 1024 - 20_000);
    assertThat(
            validate(
                ready(
                    Samples.with(json, "/order/items/0/product/name", TextNode.valueOf(less)),
                    null)))
        .isInstanceOf(Ready.class);
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
    Skipped skipped = new Skipped(RECORD, null, "", "a test order");
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

  private Draft validate(Ready ready) {
    Batch batch = new Batch("orders", Lane.LIVE, List.of(RECORD), List.of(), null);
    return validator.validate(new Drafts(batch, List.of(ready))).drafts().get(0);
  }

  private static Ready ready(ObjectNode json, @Nullable Long acquired) {
    if (acquired != null) {
      json.withObject("/_meta").put("dataAcquisitionTime", acquired);
    }
    Event event = Event.of("order:1001", "john.doe@example.com", null, json);
    return new Ready(RECORD, event, List.of(DOUBT), pointer -> "column of " + pointer);
  }
}

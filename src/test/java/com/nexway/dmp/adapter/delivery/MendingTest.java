package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent of a dead letter that a person hands in. */
final class MendingTest {
  private static final String MAIL = "mail";

  private final DeadLetter row =
      new DeadLetter(
          17,
          "people",
          "send data:7",
          Reason.INVALID,
          "user.lastName: is no name",
          List.of(Problem.error("/user/lastName", "name", "?", "is no name")),
          "people.csv line 2",
          "{\"mail\":\"\",\"name\":\"?\"}",
          "{\"action\":\"send data\",\"user\":{\"email\":\"ann@x.com\"}}",
          null,
          Instant.EPOCH,
          true);

  private final ObjectNode file = (ObjectNode) new LetterFiles().json(row);

  @Test
  void a_value_mended_in_the_record_is_mapped_again() {
    file.withObject("/record").put(MAIL, "bob@x.com");

    assertThat(sent(mended(this::mapped)).json().at("/user/email").asText()).isEqualTo("bob@x.com");
  }

  @Test
  void an_unchanged_letter_is_sent_once_its_mapping_was_mended() {
    HandedIn mended = mended((origin, record) -> Optional.of(ready("now@x.com")));

    assertThat(sent(mended).json().at("/user/email").asText()).isEqualTo("now@x.com");
    assertThat(((HandedIn.Ready) mended).resend().mapped()).isTrue();
  }

  @Test
  void an_unchanged_letter_is_refused_with_what_is_wrong_today() {
    assertThat(reasons(mended(this::mapped))).containsExactly("/user/email: must be there");
  }

  @Test
  void an_event_that_was_mended_counts_as_it_is_and_keeps_its_key() {
    file.withObject("/event/user").put("lastName", "Ann");

    Event event = sent(mended(this::mapped));

    assertThat(event.key()).isEqualTo("send data:7");
    assertThat(event.json().at("/user/lastName").asText()).isEqualTo("Ann");
  }

  @Test
  void an_event_without_what_was_wrong_is_refused_unless_the_problem_was_deleted() {
    file.withObject("/event/user").put("firstName", "Ann");

    assertThat(reasons(mended(this::mapped)))
        .singleElement()
        .asString()
        .contains("/user/lastName: is no name", "\"problems\"");

    file.putArray("problems");
    assertThat(sent(mended(this::mapped)).json().at("/user/lastName").isMissingNode()).isTrue();
  }

  @Test
  void an_unchanged_letter_without_its_problem_is_sent_as_it_is() {
    file.putArray("problems");

    assertThat(sent(mended(this::mapped)).json().at("/user/email").asText()).isEqualTo("ann@x.com");
  }

  @Test
  void both_mended_is_told() {
    file.withObject("/event/user").put("lastName", "Ann");
    file.withObject("/record").put(MAIL, "bob@x.com");

    assertThat(reasons(mended(this::mapped))).singleElement().asString().contains("both changed");
  }

  @Test
  void a_record_whose_source_is_gone_is_told_to_be_mended_in_its_event() {
    file.withObject("/record").put(MAIL, "bob@x.com");

    assertThat(reasons(mended((origin, record) -> Optional.empty())))
        .singleElement()
        .asString()
        .contains("the source 'people' has no mapping", "\"event\"");
  }

  @Test
  void a_record_that_todays_mapping_leaves_out_is_told() {
    Draft skipped = new Draft.Skipped(record(), null, "", "status draft");

    assertThat(reasons(mended((origin, record) -> Optional.of(skipped))))
        .containsExactly("today's mapping leaves this record out: status draft");
  }

  private HandedIn mended(RecordsAgain records) {
    return new Mending(records).mended(new HandedIn.Letter(Path.of("a.json"), 17, file), row);
  }

  private Optional<Draft> mapped(Origin origin, JsonNode record) {
    String mail = record.path(MAIL).asText();
    return Optional.of(
        mail.isEmpty()
            ? new Draft.Refused(
                record(),
                null,
                null,
                List.of(Problem.error("/user/email", null, null, "must be there")))
            : ready(mail));
  }

  private static Draft ready(String mail) {
    ObjectNode json = LetterJson.MAPPER.createObjectNode().put("action", "send data");
    json.putObject("user").put("email", mail);
    return new Draft.Ready(record(), Event.of("send data:7", null, null, json), List.of());
  }

  private static SourceRecord record() {
    return new SourceRecord(new Origin("people", "people.csv line 2"), Map.of(), List.of());
  }

  private static Event sent(HandedIn mended) {
    assertThat(mended).isInstanceOf(HandedIn.Ready.class);
    return ((HandedIn.Ready) mended).resend().event();
  }

  private static List<String> reasons(HandedIn mended) {
    assertThat(mended).isInstanceOf(HandedIn.Wrong.class);
    return ((HandedIn.Wrong) mended).reasons();
  }
}

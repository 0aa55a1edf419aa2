package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.record.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterFilesTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private final LetterFiles files = new LetterFiles();

  @Test
  void a_name_tells_when_what_and_why() {
    assertThat(files.name(letter("orders", "order:1001", Reason.NOT_IMPLEMENTED, null)))
        .isEqualTo("orders/20261124T120000Z-order-1001-not-implemented-17.json");
    assertThat(files.name(letter("orders", null, Reason.UNREADABLE, null)))
        .isEqualTo("orders/20261124T120000Z-unreadable-17.json");
    assertThat(files.name(letter("people", "send data:#0123456789abcdef", Reason.REFUSED, null)))
        .isEqualTo("people/20261124T120000Z-send-data-01234567-refused-17.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc", "..", ".", "", "a/b", "a\\b", "é\u0000\n", "-", "C:"})
  void no_name_leads_out_of_its_folder(String text) {
    String name = files.name(letter(text, text + "x".repeat(500), Reason.REFUSED, null));

    assertThat(name).matches("[A-Za-z0-9_][A-Za-z0-9._-]*/[A-Za-z0-9._-]+\\.json");
    assertThat(name.length()).isLessThan(200);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_says_how_to_mend_it(Reason reason) throws IOException {
    assertThat(json(letter("orders", "order:1", reason, "{}")).path("mend").asText())
        .endsWith(".")
        .hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @EnumSource(names = "UNREADABLE")
  void what_is_to_be_handed_in_again_says_how(Reason reason) throws IOException {
    assertThat(json(letter("orders", null, reason, null)).path("mend").asText())
        .contains("drop/", ".done/", "the row's time", "webhook", "retention.dead-letters");
  }

  @Test
  void a_file_holds_problems_answer_record_and_event_with_every_digit() throws IOException {
    String event = "{\"order\":{\"id\":\"1\",\"price\":19.90,\"big\":12345678901234567890}}";
    String text = files.text(letter("orders", "order:1", Reason.REFUSED, event));
    JsonNode json = new JsonMapper().readTree(text);

    assertThat(json.at("/problems/0/column").asText()).isEqualTo("mail");
    assertThat(json.at("/problems/0/message").asText()).isEqualTo("write an address");
    assertThat(json.at("/answer/body").asText()).isEqualTo("no such country");
    assertThat(json.path("record").asText()).isEqualTo("1;\"open quote");
    assertThat(text).contains("19.90").contains("12345678901234567890").endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_500_000, 17_000_000})
  void what_is_written_can_be_handed_in_however_long_its_record_is(int length, @TempDir Path folder)
      throws IOException {
    DeadLetter letter =
        new DeadLetter(
            17,
            "orders",
            null,
            Reason.INVALID,
            "is wrong",
            List.of(),
            "orders.csv line 2",
            "{\"note\":\"" + "x".repeat(length) + "\"}",
            "{}",
            null,
            AT,
            true);
    Path file = Files.writeString(folder.resolve("letter.json"), files.text(letter));

    assertThat(ResendFile.read(file)).isInstanceOf(HandedIn.Letter.class);
  }

  @Test
  void what_is_written_is_read_back_as_the_same_event() {
    DeadLetter letter =
        letter(
            "orders",
            "order:1",
            Reason.EXHAUSTED,
            "{\"_meta\":{\"dataAcquisitionTime\":1700000000},\"action\":\"send data\","
                + "\"user\":{\"email\":\"Jane@Example.com\"}}");

    assertThat(handedIn(letter, files.text(letter)))
        .isInstanceOfSatisfying(
            HandedIn.Ready.class,
            ready -> {
              assertThat(ready.letter()).isEqualTo(17);
              assertThat(ready.source()).isEqualTo("orders");
              assertThat(ready.resend().event().key()).isEqualTo("order:1");
              assertThat(ready.resend().event().acquired()).isEqualTo(1_700_000_000L);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"deadLetter\": \"17\", \"event\": {}}",
        "{\"deadLetter\": 17}",
        "{\"deadLetter\": 17, \"event\": \"text\"}",
        "{\"deadLetter\": 1e99, \"event\": {}}",
        "{\"deadLetter\": 17, \"event\": {}} trailing",
        "{\"deadLetter\": 17, \"event\": {}, \"event\": {}}"
      })
  void whatever_a_person_drops_is_a_problem_in_words_and_no_exception(String text) {
    assertThat(handedIn(letter("orders", "order:1", Reason.REFUSED, "{}"), text))
        .isInstanceOfSatisfying(
            HandedIn.Wrong.class, wrong -> assertThat(wrong.reasons()).isNotEmpty());
  }

  private static HandedIn handedIn(DeadLetter row, String text) {
    HandedIn file = ResendFile.read(Path.of("name.json"), text);
    return file instanceof HandedIn.Letter letter
        ? new Mending((origin, record) -> Optional.empty()).mended(letter, row)
        : file;
  }

  private JsonNode json(DeadLetter letter) throws IOException {
    return new JsonMapper().readTree(files.text(letter));
  }

  private static DeadLetter letter(
      String source, @Nullable String key, Reason reason, @Nullable String event) {
    return new DeadLetter(
        17,
        source,
        key,
        reason,
        "The DMP refused the event with 400.",
        List.of(Problem.error("/user/email", "mail", "nobody", "write an address")),
        "orders.csv line 17",
        "1;\"open quote",
        event,
        new AnswerText(400, "no such country", AT),
        AT,
        true);
  }
}

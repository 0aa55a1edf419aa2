package com.nexway.dmp.adapter.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.outbox.Resend;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters as files, and the way back, as it is shipped. */
final class DeadLettersRouteTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path home;
  private Sandbox dmp;
  private RunningRoutes adapter;

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    adapter =
        RunningRoutes.start(
            home,
            Map.of(
                "DMP_URL", dmp.uri().toString(),
                "DMP_USERNAME", "sandbox",
                "DMP_PASSWORD", "sandbox",
                "DMP_PER_SECOND", "unlimited"),
            "delivery",
            "dead-letters",
            "housekeeping");
  }

  @AfterEach
  void stop() {
    adapter.close();
    dmp.close();
  }

  @Test
  void a_refused_event_becomes_a_private_file_that_tells_how_to_mend_it() throws IOException {
    Path file = deadLetter();

    assertThat(file.getFileName().toString()).matches("\\d{8}T\\d{6}Z-order-1-refused-1\\.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    JsonNode letter = JSON.readTree(file.toFile());
    assertThat(letter.path("why").asText()).contains("400");
    assertThat(letter.path("mend").asText()).contains("dead-letters/resend/");
    assertThat(letter.path("place").asText()).isEqualTo("orders.csv line 1");
    assertThat(letter.path("answer").path("status").asInt()).isEqualTo(400);
    assertThat(letter.at("/event/order/id").asText()).isEqualTo("1");
  }

  @Test
  void a_mended_file_is_sent_again_and_its_delivery_is_noted() throws IOException {
    Path file = deadLetter();
    ObjectNode letter = (ObjectNode) JSON.readTree(file.toFile());
    ((ObjectNode) letter.at("/event/order")).put("currency", "USD");
    drop(file.getFileName().toString(), letter.toString());

    Path sent = resend(".sent/" + file.getFileName());
    awaitFile(sent);
    awaitFile(Path.of(sent.toString().replace(".json", ".delivered.txt")));

    assertThat(dmp.received())
        .last()
        .satisfies(
            last -> {
              assertThat(last.status()).isEqualTo(204);
              assertThat(last.json().at("/order/currency").asText()).isEqualTo("USD");
            });
    assertThat(file).doesNotExist();
  }

  @Test
  void a_file_that_is_still_wrong_comes_back_with_its_problems_and_is_not_sent()
      throws IOException {
    Path file = deadLetter();
    long before = dmp.stats().requests();
    ObjectNode letter = (ObjectNode) JSON.readTree(file.toFile());
    ((ObjectNode) letter.at("/event/user")).put("email", "nobody");
    drop("mended.json", letter.toString());

    awaitFile(resend("refused/mended.json"));

    assertThat(Files.readString(resend("refused/mended.txt"))).contains("/user/email");
    assertThat(resend("mended.json")).doesNotExist();
    assertThat(dmp.stats().requests()).isEqualTo(before);
  }

  @Test
  void a_note_that_was_overtaken_by_a_delivery_goes_and_the_log_tells_each_ending()
      throws IOException {
    Logged logged = Logged.of("com.nexway.dmp.adapter.delivery");
    Path file = deadLetter();
    String name = file.getFileName().toString();
    ObjectNode letter = (ObjectNode) JSON.readTree(file.toFile());
    ((ObjectNode) letter.at("/event/user")).put("email", "nobody");
    drop(name, letter.toString());
    awaitFile(resend("refused/" + name));
    Path note = resend("refused/" + name.replace(".json", ".txt"));
    awaitFile(note);

    ((ObjectNode) letter.at("/event/user")).put("email", "c1@example.com");
    Files.writeString(resend("refused/" + name), letter.toString());
    Files.move(resend("refused/" + name), resend(name));
    awaitFile(resend(".sent/" + name.replace(".json", ".delivered.txt")));

    assertThat(note).doesNotExist();
    await()
        .untilAsserted(
            () ->
                assertThat(logged.lines())
                    .filteredOn(line -> line.startsWith("Dead letter"))
                    .containsExactly(
                        "Dead letter 1 was not sent again: dead-letters/resend/refused has the"
                            + " file, and why",
                        "Dead letter 1 waits to be sent again",
                        "Dead letter 1: delivered"));
  }

  @Test
  void a_note_tells_reasons_before_warnings_and_marks_these() throws IOException {
    Path file = deadLetter();
    ObjectNode letter = (ObjectNode) JSON.readTree(file.toFile());
    ((ObjectNode) letter.path("event")).put("action", "nothing").putObject("usage");
    drop("mended.json", letter.toString());
    awaitFile(resend("refused/mended.txt"));

    List<String> reasons =
        Files.readAllLines(resend("refused/mended.txt")).stream()
            .filter(line -> line.startsWith("- "))
            .toList();
    assertThat(reasons).first().asString().startsWith("- /action: ");
    assertThat(reasons).last().asString().startsWith("- only a warning: /");
  }

  @Test
  void a_file_that_is_no_json_comes_back_with_the_line() throws IOException {
    drop("broken.json", "{\n  \"deadLetter\": 1,\n  \"event\": { \"action\": order }\n}\n");

    awaitFile(resend("refused/broken.json"));

    assertThat(Files.readString(resend("refused/broken.txt"))).contains("not JSON, line 3");
  }

  @Test
  void a_letter_that_was_sent_again_is_not_sent_twice() throws IOException {
    Path file = deadLetter();
    String text = Files.readString(file);
    drop("one.json", text);
    awaitFile(resend(".sent/one-1.json"));

    drop("two.json", text);
    awaitFile(resend("refused/two.json"));

    assertThat(Files.readString(resend("refused/two.txt"))).contains("sent again before");
  }

  @Test
  void a_letter_that_is_refused_again_says_so_and_has_a_new_file() throws IOException {
    Path file = deadLetter();
    dmp.faults().set(Misbehaviour.answer(422).containing("c1@"));
    drop("again.json", Files.readString(file));

    awaitFile(resend(".sent/again-1.refused-again.txt"));

    await().until(() -> files(file.getParent()) == 1 && !Files.exists(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_letter_that_notepad_saved_is_sent(String charset) throws IOException {
    String text = Files.readString(deadLetter());
    Files.createDirectories(resend(""));
    Files.write(resend("letter.json"), ("\uFEFF" + text).getBytes(Charset.forName(charset)));

    awaitFile(resend(".sent/letter-1.delivered.txt"));
  }

  @Test
  void a_letter_whose_name_windows_made_longer_is_sent() throws IOException {
    String text = Files.readString(deadLetter());
    drop("letter.json.txt", text);

    awaitFile(resend(".sent/letter-1.delivered.txt"));
    assertThat(resend("letter.json.txt")).doesNotExist();
  }

  @Test
  void whatever_else_is_dropped_comes_back_with_a_word() throws IOException {
    String text = Files.readString(deadLetter());
    drop("note.txt", "please send them");
    drop("a\u001b[31m\nb.json", "{}");
    Files.write(resend("old.json"), text.replace("c1@", "zo\u00eb@").getBytes(ISO_8859_1));
    Files.createDirectories(resend("orders"));

    awaitFile(resend("refused/note.txt"));
    awaitFile(resend("refused/old.json"));
    awaitFile(resend("refused/a\u001b[31m\nb.json"));

    assertThat(Files.readString(resend("refused/note-why.txt"))).contains("not JSON");
    assertThat(Files.readString(resend("refused/old.txt")))
        .contains("line ", "save the file as UTF-8");
    assertThat(Files.readString(resend("refused/a\u001b[31m\nb.txt")))
        .startsWith("a\\u001b[31m\\nb.json was not sent again:\n");
    assertThat(resend("orders")).isDirectory();
  }

  @Test
  void a_note_that_is_moved_along_with_its_letter_does_no_harm() throws IOException {
    String text = Files.readString(deadLetter());
    drop("letter.json", "{");
    awaitFile(resend("refused/letter.json"));
    awaitFile(resend("refused/letter.txt"));
    Files.writeString(resend("refused/letter.json"), text);
    Files.move(resend("refused/letter.txt"), resend("letter.txt"));
    Files.move(resend("refused/letter.json"), resend("letter.json"));

    awaitFile(resend(".sent/letter-1.delivered.txt"));

    await().until(() -> !Files.exists(resend("letter.txt")));
    assertThat(resend("refused")).isEmptyDirectory();
  }

  @Test
  void three_hundred_letters_are_taken_with_a_few_looks_and_told_in_a_few_lines()
      throws IOException {
    Logged logged = Logged.of("com.nexway.dmp.adapter.delivery");
    adapter.outbox().accept(refused(300));
    Path folder = adapter.deadLetters().resolve(Orders.SOURCE);
    await().until(() -> files(folder) == 300);
    Files.createDirectories(resend(""));
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.move(file, resend(file.getFileName().toString()));
      }
    }

    await().until(() -> delivered() == 300);

    assertThat(logged.lines()).hasSizeLessThan(100);
    assertThat(adapter.count(Orders.SOURCE, "delivered")).isEqualTo(300);
  }

  @Test
  void a_letter_that_was_committed_when_the_process_ended_is_put_where_it_belongs()
      throws IOException {
    Path file = deadLetter();
    JsonNode letter = JSON.readTree(file.toFile());
    adapter
        .outbox()
        .letters()
        .resend(
            List.of(
                new Resend(
                    1,
                    Event.of(
                        letter.path("key").asText(),
                        "c1@example.com",
                        null,
                        (ObjectNode) letter.path("event")),
                    false,
                    false)));
    await().until(() -> dmp.stats().taken() == 1);
    Files.createDirectories(resend(""));
    Files.move(file, resend("letter.json"));

    awaitFile(resend("refused/letter.json"));
    assertThat(Files.readString(resend("refused/letter.txt"))).contains("before: delivered");
  }

  @Test
  void the_file_of_a_letter_goes_once_its_record_is_delivered_from_what_came_in_since()
      throws IOException {
    adapter.outbox().accept(refused(1));
    Path folder = adapter.deadLetters().resolve(Orders.SOURCE);
    await().until(() -> files(folder) == 1);

    adapter.outbox().accept(Orders.live("1"));

    await().until(() -> files(folder) == 0);
    assertThat(adapter.count(Orders.SOURCE, "delivered")).isEqualTo(1);
  }

  @Test
  void letters_wait_and_are_told_once_while_their_folder_cannot_be_written() throws IOException {
    Logged logged = Logged.of("com.nexway.dmp.adapter.delivery");
    Files.deleteIfExists(adapter.deadLetters().resolve("resend"));
    Path inTheWay = adapter.deadLetters().resolve(Orders.SOURCE);
    Files.writeString(inTheWay, "a file where a folder should be");
    dmp.faults().set(Misbehaviour.answer(400).containing("c1@"));
    adapter.outbox().accept(Orders.live("1"));

    await().until(() -> adapter.delivery().letterTrouble().isPresent());
    assertThat(adapter.delivery().letterTrouble().orElseThrow())
        .contains("wait in the outbox", inTheWay.toString(), "must be a folder");
    assertThat(adapter.outbox().letters().unfiled(10)).hasSize(1);
    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    assertThat(logged.lines()).filteredOn(line -> line.contains("wait in the outbox")).hasSize(1);

    Files.delete(inTheWay);
    await().until(() -> files(inTheWay) == 1);
    assertThat(adapter.delivery().letterTrouble()).isEmpty();
  }

  /** Records that a mapping refused, and that are right by now. */
  private static Drafts refused(int count) {
    Drafts orders =
        Orders.live(
            IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toArray(String[]::new));
    List<Draft> refused =
        orders.drafts().stream()
            .map(Draft.Ready.class::cast)
            .<Draft>map(
                ready ->
                    new Draft.Refused(
                        ready.record(),
                        ready.event().key(),
                        ready.event(),
                        List.of(Problem.error("/order", null, null, "no such price"))))
            .toList();
    return new Drafts(orders.batch(), refused);
  }

  private long delivered() throws IOException {
    if (!Files.isDirectory(resend(".sent"))) {
      return 0;
    }
    try (Stream<Path> all = Files.list(resend(".sent"))) {
      return all.filter(file -> file.toString().endsWith(".delivered.txt")).count();
    }
  }

  private Path deadLetter() throws IOException {
    dmp.faults().set(Misbehaviour.answer(400).containing("c1@"));
    adapter.outbox().accept(Orders.live("1"));
    Path folder = adapter.deadLetters().resolve(Orders.SOURCE);
    await().until(() -> files(folder) == 1);
    dmp.faults().clear();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(DeadLettersRouteTest::isComplete).findFirst().orElseThrow();
    }
  }

  private static long files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(DeadLettersRouteTest::isComplete).count();
    }
  }

  /** While it is written, its name begins with a dot. */
  private static boolean isComplete(Path file) {
    return file.getFileName().toString().matches("[^.].*[.]json");
  }

  private void drop(String name, String text) throws IOException {
    Files.createDirectories(resend(""));
    Files.writeString(resend(name), text);
  }

  private Path resend(String name) {
    return adapter.deadLetters().resolve("resend").resolve(name);
  }

  private static void awaitFile(Path file) {
    await().until(() -> Files.exists(file));
  }
}

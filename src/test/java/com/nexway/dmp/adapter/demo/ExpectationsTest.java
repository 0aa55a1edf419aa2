package com.nexway.dmp.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.sandbox.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo says what differs from what was expected, and nothing where nothing does. */
final class ExpectationsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path deadLetters;
  private final Expectations expectations = new Expectations();
  private final List<Received> received = new ArrayList<>();

  @BeforeEach
  void everything_has_arrived() throws IOException {
    for (String line : Shipped.lines("expected-events.jsonl")) {
      received.add(taken(JSON.readTree(line).get("event"), 204));
    }
    int number = 0;
    for (String line : Shipped.lines("expected-dead-letters.jsonl")) {
      JsonNode dead = JSON.readTree(line);
      Path folder = Files.createDirectories(deadLetters.resolve(dead.get("source").asText()));
      Files.writeString(
          folder.resolve(++number + ".json"), "{\"about\": \"" + dead.get("mark").asText() + "\"}");
    }
  }

  @Test
  void nothing_differs_when_each_event_was_taken_once() throws IOException {
    assertThat(expectations.count()).isGreaterThan(500);
    assertThat(differences()).isEmpty();
  }

  @Test
  void an_event_told_429_or_400_beside_its_204_does_not_differ() throws IOException {
    received.add(taken(received.get(7).json(), 429));
    received.add(taken(received.get(8).json(), 500));

    assertThat(differences()).isEmpty();
  }

  @Test
  void an_event_that_never_arrived_is_told() throws IOException {
    Received missing = received.remove(3);

    assertThat(differences())
        .singleElement()
        .asString()
        .contains("taken never")
        .contains(missing.email());
  }

  @Test
  void an_event_that_was_taken_twice_under_two_stamps_is_told() throws IOException {
    ObjectNode again = received.get(3).json().deepCopy();
    again.putObject("_meta").put("dataAcquisitionTime", 1_764_000_000L);
    received.add(taken(again, 204));

    assertThat(differences()).singleElement().asString().contains("taken 2 times");
  }

  @Test
  void an_event_with_another_value_is_told_as_missing_and_as_unexpected() throws IOException {
    ObjectNode other = received.remove(3).json().deepCopy();
    other.put("actionTime", 1);
    received.add(taken(other, 204));

    assertThat(differences()).hasSize(2).anyMatch(told -> told.startsWith("not expected"));
  }

  @Test
  void an_order_that_was_paid_before_it_was_pending_is_told() throws IOException {
    Collections.reverse(received);
    List<Received> backwards = new ArrayList<>(received);
    received.clear();
    backwards.forEach(one -> received.add(taken(one.json(), 204)));

    assertThat(differences())
        .contains("the events of order 10008 came in the wrong order")
        .hasSize(11)
        .last()
        .isEqualTo("… and 30 more");
  }

  @Test
  void a_dead_letter_too_few_or_too_many_is_told() throws IOException {
    Files.delete(deadLetters.resolve("customers").resolve("1.json"));
    assertThat(differences()).hasSize(2).first().asString().contains("customers.csv line");

    Files.writeString(deadLetters.resolve("customers").resolve("1.json"), "something else");
    assertThat(differences()).hasSize(1);
  }

  private List<String> differences() throws IOException {
    return expectations.differences(received, deadLetters);
  }

  private Received taken(JsonNode event, int status) {
    byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
    return new Received(received.size() + 1, 0, status, true, new byte[32], body);
  }
}

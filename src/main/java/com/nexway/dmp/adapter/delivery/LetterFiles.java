package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Problems;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A dead letter as a file that a person reads, mends and drops into dead-letters/resend/. */
final class LetterFiles {
  static final String LETTER = "deadLetter";
  static final String EVENT = "event";
  static final String KEY = "key";
  static final String SOURCE = "source";
  static final String RECORD = "record";
  static final String PROBLEMS = "problems";
  static final String PROPERTY = "property";
  static final String SEVERITY = "severity";
  static final String MESSAGE = "message";

  /** The longest file that is written, and read again, in bytes: 16 MiB. */
  static final int LONGEST_FILE = 16 << 20;

  private static final String TOO_LONG =
      "This record is longer than a dead letter can be: mend it in the shop, and hand it in again.";

  private static final String HAND_IN =
      " To hand in again: put the CSV file into drop/ once more, a read one lies in its .done/; in a"
          + " database change the row's time, such as by saving it in the shop; let a shop send its"
          + " webhook once more. This file stays until you delete it, or retention.dead-letters does.";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Longest part of a name. */
  static final int LONGEST = 60;

  /**
   * The file's path in the folder of dead letters: the source's folder, then time, key and reason,
   * and the number that makes it unique.
   */
  String name(DeadLetter letter) {
    String key = letter.key() == null ? "" : safe(shown(letter.key()), LONGEST) + "-";
    return safe(letter.source(), LONGEST)
        + "/"
        + TIME.format(letter.at())
        + "-"
        + key
        + word(letter.reason())
        + "-"
        + letter.id()
        + ".json";
  }

  /**
   * Names of files are read by people: of the hash that a key may be, what tells it from others.
   */
  private static String shown(String key) {
    return key.replaceFirst(":?#([0-9a-f]{8})[0-9a-f]*$", "-$1");
  }

  /** The file's text: of a record that makes it too long, only that it does. */
  String text(DeadLetter letter) {
    ObjectNode root = root(letter);
    String text = text(root);
    return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_FILE
        ? text
        : text(root.put(RECORD, TOO_LONG));
  }

  /** What is read of the file as long as nobody has changed it. */
  JsonNode json(DeadLetter letter) {
    try {
      return LetterJson.MAPPER.readTree(text(letter));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a letter's own text can be read", e);
    }
  }

  private static String text(ObjectNode root) {
    try {
      return LetterJson.MAPPER.writer(LetterJson.READABLE).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  private static ObjectNode root(DeadLetter letter) {
    ObjectNode root = LetterJson.MAPPER.createObjectNode();
    root.put(LETTER, letter.id());
    root.put("reason", word(letter.reason()));
    root.put("why", letter.why());
    root.put("mend", mend(letter));
    root.put("at", letter.at().toString());
    root.put(SOURCE, letter.source());
    root.put("place", letter.place());
    root.put(KEY, letter.key());
    ArrayNode problems = root.putArray(PROBLEMS);
    Problems.gathered(letter.problems()).forEach(problem -> problems.add(problem(problem)));
    if (letter.answer() != null) {
      root.putObject("answer")
          .put("status", letter.answer().status())
          .put("body", letter.answer().body())
          .put("at", letter.answer().at().toString());
    }
    root.set(EVENT, json(letter.event()));
    root.set(RECORD, json(letter.record()));
    return root;
  }

  private static ObjectNode problem(Problem problem) {
    ObjectNode node = LetterJson.MAPPER.createObjectNode();
    node.put(SEVERITY, problem.severity().name().toLowerCase(Locale.ROOT));
    if (!problem.pointer().isEmpty()) {
      node.put(PROPERTY, problem.pointer());
    }
    if (problem.column() != null) {
      node.put("column", problem.column());
    }
    if (problem.value() != null) {
      node.put("value", problem.value());
    }
    return node.put(MESSAGE, problem.message());
  }

  private static String mend(DeadLetter letter) {
    String again =
        " Save the file and move it to dead-letters/resend/; it is checked, and sent again.";
    return switch (letter.reason()) {
      case UNREADABLE ->
          "Correct this place in the source and hand it in again: there is no event to send."
              + HAND_IN;
      case INVALID ->
          "Correct the value in \"record\", which is mapped again, or in \"event\"; not in both."
              + again
              + " Where many records have the same problem, correct the mapping instead, and move"
              + " their files to dead-letters/resend/ as they are.";
      case REFUSED ->
          "\"answer\" is what the DMP said about \"event\". Correct \"event\" accordingly." + again;
      case NOT_IMPLEMENTED ->
          "Nothing is wrong with the event. Once Nexway implements its action, move this file to"
              + " dead-letters/resend/ as it is.";
      case EXHAUSTED ->
          "The DMP took other events while this one failed time and again. Move this file to"
              + " dead-letters/resend/ to try once more; if it fails again, ask Nexway, with"
              + " \"answer\" at hand.";
      case ENDED ->
          "The adapter ended each time while it sent this event. Look for the reason in data/logs"
              + " (memory, power, a restart). Move this file to dead-letters/resend/ to try once"
              + " more.";
    };
  }

  /** JSON as it is, anything else as text. */
  private static JsonNode json(@Nullable String text) {
    if (text == null) {
      return LetterJson.MAPPER.nullNode();
    }
    try {
      JsonNode node = LetterJson.MAPPER.readTree(text);
      return node.isContainerNode() ? node : TextNode.valueOf(text);
    } catch (JsonProcessingException | NumberFormatException e) {
      return TextNode.valueOf(text);
    }
  }

  static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Letters, digits, dots, underscores and hyphens: safe on every file system, no way out. */
  static String safe(String text, int longest) {
    String safe = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    String cut = safe.length() > longest ? safe.substring(0, longest) : safe;
    return cut.isEmpty() ? "x" : cut;
  }
}

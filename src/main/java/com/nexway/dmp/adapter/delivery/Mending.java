package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Resend;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Problems;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person who hands in a dead letter wants to be sent. A mended {@code record} is mapped
 * again; a mended {@code event} counts as it is. Where neither was mended, the mapping may have
 * been: the record is mapped again. What was sent before goes as it was.
 */
final class Mending {
  private final RecordsAgain records;
  private final Validator validator = new Validator();
  private final LetterFiles files = new LetterFiles();

  Mending(RecordsAgain records) {
    this.records = records;
  }

  /** A letter that nobody has changed. */
  HandedIn unchanged(DeadLetter row) {
    HandedIn.Letter letter =
        new HandedIn.Letter(Path.of(files.name(row)), row.id(), files.json(row));
    return mended(letter, row);
  }

  /**
   * Looks at one file.
   *
   * @param row the dead letter as the outbox keeps it; null where it does so no longer
   */
  HandedIn mended(HandedIn.Letter file, @Nullable DeadLetter row) {
    if (row == null) {
      return wrong(file, "there is no dead letter " + file.letter());
    }
    if (!row.open()) {
      // What became of it says the outbox, which does not look at the event.
      return ready(file, event(file, row, LetterJson.MAPPER.createObjectNode()), false);
    }
    JsonNode before = files.json(row);
    boolean event = isMended(file, before, LetterFiles.EVENT);
    boolean record = isMended(file, before, LetterFiles.RECORD);
    if (event && record) {
      return wrong(
          file,
          "\"event\" and \"record\" were both changed, and one of them can count: put the other"
              + " back as it was");
    }
    if (row.reason() == DeadLetter.Reason.UNREADABLE && !event) {
      return wrong(
          file,
          "there is no event to send: correct its place in the source, and hand it in again from"
              + " there");
    }
    return row.reason() == DeadLetter.Reason.INVALID && !event
        ? mappedAgain(file, row, before, record)
        : asItIs(file, row, before);
  }

  private static boolean isMended(HandedIn.Letter file, JsonNode before, String member) {
    JsonNode now = file.json().path(member);
    return !now.isMissingNode() && !now.equals(before.path(member));
  }

  private HandedIn mappedAgain(
      HandedIn.Letter file, DeadLetter row, JsonNode before, boolean mended) {
    JsonNode record = (mended ? file.json() : before).path(LetterFiles.RECORD);
    Draft again = records.map(new Origin(row.source(), row.place()), record).orElse(null);
    if (again instanceof Draft.Ready ready) {
      return ready(file, ready.event(), true);
    }
    boolean accepted = isMended(file, before, LetterFiles.PROBLEMS);
    if (!mended && (again == null || accepted)) {
      return asItIs(file, row, before);
    }
    if (again instanceof Draft.Refused refused) {
      return new HandedIn.Wrong(file.file(), file.letter(), reasons(refused.problems()));
    }
    return wrong(
        file,
        again instanceof Draft.Skipped skipped
            ? "today's mapping leaves this record out: " + skipped.reason()
            : "/record: the source '"
                + row.source()
                + "' has no mapping that is right, so that it cannot be mapped again: put it back"
                + " as it was, and mend \"event\"");
  }

  private HandedIn asItIs(HandedIn.Letter file, DeadLetter row, JsonNode before) {
    if (!(file.json().path(LetterFiles.EVENT) instanceof ObjectNode json)) {
      return wrong(file, "/event: \"event\" must hold the event to send, in { }.");
    }
    List<String> left = left(file.json(), before.path(LetterFiles.EVENT));
    if (!left.isEmpty()) {
      return new HandedIn.Wrong(file.file(), file.letter(), left);
    }
    Event event = event(file, row, json);
    SourceRecord record =
        new SourceRecord(new Origin(row.source(), row.place()), Map.of(), List.of());
    return validator.checked(new Draft.Ready(record, event, List.of()))
            instanceof Draft.Refused refused
        ? new HandedIn.Wrong(file.file(), file.letter(), reasons(refused.problems()))
        : ready(file, event, false);
  }

  /** What {@code problems} tells of properties that the event still has not. */
  private static List<String> left(JsonNode letter, JsonNode before) {
    List<String> left = new ArrayList<>();
    for (JsonNode problem : letter.path(LetterFiles.PROBLEMS)) {
      String property = problem.path(LetterFiles.PROPERTY).asText("");
      if (problem.path(LetterFiles.SEVERITY).asText().equals("error")
          && property.startsWith("/")
          && isStillAbsent(letter.path(LetterFiles.EVENT), before, JsonPointer.compile(property))) {
        left.add(
            "%s: %s. It is not there yet: write it into \"event\", or delete this problem from"
                    .formatted(property, problem.path(LetterFiles.MESSAGE).asText())
                + " \"problems\" to send the event without it");
      }
    }
    return left;
  }

  /** Absent as before, and not since somebody took an element of a list out. */
  private static boolean isStillAbsent(JsonNode event, JsonNode before, JsonPointer property) {
    if (!event.at(property).isMissingNode() || !before.at(property).isMissingNode()) {
      return false;
    }
    for (JsonPointer at = property.head(); at != null; at = at.head()) {
      if (event.at(at).size() != before.at(at).size() && before.at(at).isArray()) {
        return false;
      }
    }
    return true;
  }

  /** The event of a letter: it keeps its key, and takes none of the file's while it has one. */
  private static Event event(HandedIn.Letter file, DeadLetter row, ObjectNode json) {
    String written = file.json().path(LetterFiles.KEY).asText("");
    String key = row.key() != null ? row.key() : written;
    return Event.of(
        key.isEmpty()
            ? "dead letter:" + row.id()
            : Event.keyOf(json.path("action").asText(""), key),
        null,
        null,
        json);
  }

  private static HandedIn ready(HandedIn.Letter file, Event event, boolean mapped) {
    return new HandedIn.Ready(file, new Resend(file.letter(), event, mapped, file.forced()));
  }

  private static HandedIn wrong(HandedIn.Letter file, String reason) {
    return new HandedIn.Wrong(file.file(), file.letter(), List.of(reason));
  }

  private static List<String> reasons(List<Problem> problems) {
    List<String> reasons = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Problem problem : Problems.gathered(problems)) {
      (problem.isError() ? reasons : warnings).add(line(problem));
    }
    reasons.addAll(warnings);
    return reasons;
  }

  private static String line(Problem problem) {
    String where = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
    String column = problem.column() == null ? "" : " (column " + problem.column() + ")";
    String value = problem.value() == null ? "" : " (it is " + problem.value() + ")";
    return (problem.isError() ? "" : "only a warning: ")
        + where
        + problem.message()
        + column
        + value;
  }
}

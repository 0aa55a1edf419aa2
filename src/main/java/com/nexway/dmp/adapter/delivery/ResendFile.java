package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.files.Utf8;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a dead letter's file that a person dropped into resend/, mended or not. */
final class ResendFile {
  /** In the record's fields: the number of the dead letter. */
  private static final String LETTER = "letter";

  /** In the record's fields: whether a newer state of the record may be undone. */
  private static final String FORCED = "forced";

  /** In the record's fields: the source that the file names. */
  private static final String SOURCE = "source";

  private static final int LONGEST = 4 << 20;
  private static final long NONE = 0;
  private static final String META = "_meta";
  private static final String ACQUIRED = "dataAcquisitionTime";

  private ResendFile() {}

  /**
   * Reads a file, whatever editor saved it.
   *
   * @return the event to check and send, or what is wrong with the file
   * @throws IOException if it cannot be read now
   */
  static Draft read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      return read(name, Utf8.read(file, LONGEST));
    } catch (Utf8.TooLong e) {
      return refused(name, NONE, "", "The file is longer than a dead letter can be.");
    } catch (Utf8.NotText e) {
      return refused(name, NONE, "", "This is no dead letter: " + e.getMessage() + ".");
    }
  }

  static Draft read(String name, String text) {
    try {
      return read(name, LetterJson.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
      return refused(
          name, NONE, "", "This is not JSON" + where + ": " + e.getOriginalMessage() + ".");
    }
  }

  private static Draft read(String name, JsonNode root) {
    JsonNode letter = root.path(LetterFiles.LETTER);
    if (!letter.isIntegralNumber() || !letter.canConvertToLong()) {
      return refused(
          name,
          NONE,
          "/" + LetterFiles.LETTER,
          "\"deadLetter\" must be the number of the dead letter, as its file had it.");
    }
    long id = letter.asLong();
    if (!(root.path(LetterFiles.EVENT) instanceof ObjectNode event)) {
      return refused(
          name, id, "/" + LetterFiles.EVENT, "\"event\" must hold the event to send, in { }.");
    }
    String key = root.path(LetterFiles.KEY).asText("");
    boolean forced = root.path(FORCED).asBoolean(false);
    String source = root.path(LetterFiles.SOURCE).asText("");
    SourceRecord record =
        new SourceRecord(
            new Origin("resend", name),
            Map.of(LETTER, id, FORCED, forced, SOURCE, source),
            List.of());
    return new Draft.Ready(
        record, event(key.isEmpty() ? "dead letter:" + id : key, event), List.of());
  }

  /** The number of the dead letter that a file is about; 0 where it is none. */
  static long letter(Draft draft) {
    return draft.record().fields().get(LETTER) instanceof Long letter ? letter : NONE;
  }

  static boolean forced(Draft draft) {
    return Boolean.TRUE.equals(draft.record().fields().get(FORCED));
  }

  /** The source that a file names. */
  static String source(Draft draft) {
    return String.valueOf(draft.record().fields().get(SOURCE));
  }

  private static Event event(String key, ObjectNode json) {
    Long acquired = null;
    if (json.path(META) instanceof ObjectNode meta
        && meta.path(ACQUIRED).isIntegralNumber()
        && meta.path(ACQUIRED).canConvertToLong()) {
      acquired = meta.path(ACQUIRED).asLong();
      meta.remove(ACQUIRED);
    }
    String customer = json.path("user").path("email").asText("").toLowerCase(Locale.ROOT);
    return new Event(key, customer, null, acquired, json);
  }

  private static Draft refused(String name, long id, String pointer, String message) {
    SourceRecord record =
        new SourceRecord(new Origin("resend", name), Map.of(LETTER, id), List.of());
    return new Draft.Refused(
        record, null, null, List.of(Problem.error(pointer, null, null, message)));
  }
}

package com.nexway.dmp.adapter.camel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nexway.dmp.adapter.event.ExactJson;
import org.jspecify.annotations.Nullable;

/** The notifications' JSON: its limits, and what is wrong with a body in a shop owner's words. */
public final class WebhookJson {
  private static final int DEPTH = 64;
  private static final int NAME = 50_000;
  private static final int DIGITS = 1_000;
  private static final int TEXT = 20_000_000;

  /** Names, values and brackets of one body: what is made of them takes an eighth of the heap. */
  static final long PARTS = Runtime.getRuntime().maxMemory() / (8 * 150);

  private WebhookJson() {}

  /** Reads them, and refuses what goes beyond the limits. */
  public static ObjectMapper mapper() {
    ObjectMapper mapper = ExactJson.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNameLength(NAME)
                .maxNumberLength(DIGITS)
                .maxStringLength(TEXT)
                .maxTokenCount(PARTS)
                .build());
    return mapper;
  }

  /**
   * Why a body could not be read.
   *
   * @param charset the encoding that the sender declared; empty where it is UTF-8
   */
  static String why(Throwable failure, byte[] body, String charset) {
    String why = String.valueOf(failure.getMessage());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamConstraintsException limit) {
        return limit(limit) + at(limit.getLocation());
      }
      if (cause instanceof NumberFormatException) {
        why = "the body has a number that is too long";
      } else if (cause instanceof JacksonException broken) {
        why = broken(broken, body, charset);
      }
    }
    return why;
  }

  /** The library tells its limits apart by words alone; a test of each holds them. */
  private static String limit(StreamConstraintsException limit) {
    String words = String.valueOf(limit.getMessage());
    if (words.contains("nesting depth")) {
      return "the JSON is nested deeper than " + DEPTH + " levels";
    }
    if (words.contains("Name length")) {
      return "the JSON has a name longer than " + NAME + " letters";
    }
    if (words.contains("Token count")) {
      return "the JSON has more than "
          + PARTS
          + " names, values and brackets, which is what Java's memory allows; send less at once, or"
          + " give it more (-Xmx)";
    }
    return words.contains("Number")
        ? "the JSON has a number longer than " + DIGITS + " digits"
        : "the JSON has a text longer than " + TEXT + " letters";
  }

  private static String broken(JacksonException broken, byte[] body, String charset) {
    if (body.length == 0) {
      return "the body is empty";
    }
    if (body.length > 1 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b) {
      return "the body is compressed (gzip); send it as it is, uncompressed";
    }
    if (String.valueOf(broken.getMessage()).contains("Duplicate field")) {
      return "the JSON has a name twice in one object" + at(broken.getLocation());
    }
    if (charset.isEmpty() && String.valueOf(broken.getMessage()).contains("Invalid UTF-8")) {
      return "the body is not written in UTF-8" + at(broken.getLocation());
    }
    return charset.isEmpty()
        ? "the body is not JSON" + at(broken.getLocation())
        : "the body is declared as %s; JSON is read as UTF-8".formatted(charset);
  }

  private static String at(@Nullable JsonLocation place) {
    return place == null
        ? ""
        : ": look at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}

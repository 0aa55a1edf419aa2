package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.outbox.Resend;
import java.nio.file.Path;
import java.util.List;

/** A file that a person dropped into resend/. */
public sealed interface HandedIn {
  Path file();

  /** The number of the dead letter that it is about; 0 where that is not known. */
  long letter();

  /**
   * A dead letter's file, mended or not.
   *
   * @param json all that it holds
   */
  record Letter(Path file, long letter, JsonNode json) implements HandedIn {
    /** Whether a newer state of the record may be undone. */
    boolean forced() {
      return json.path("forced").asBoolean(false);
    }
  }

  /** A letter that may be sent. */
  record Ready(Letter letterFile, Resend resend) implements HandedIn {
    @Override
    public Path file() {
      return letterFile.file();
    }

    @Override
    public long letter() {
      return letterFile.letter();
    }

    /** The source that the file names. */
    String source() {
      return letterFile.json().path(LetterFiles.SOURCE).asText("");
    }
  }

  /**
   * What cannot be sent.
   *
   * @param reasons a line each, for whoever mends it
   */
  record Wrong(Path file, long letter, List<String> reasons) implements HandedIn {}
}

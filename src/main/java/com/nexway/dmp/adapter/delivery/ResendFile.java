package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.files.Utf8;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a dead letter's file that a person dropped into resend/, mended or not. */
final class ResendFile {
  private ResendFile() {}

  /**
   * Reads a file, whatever editor saved it.
   *
   * @return a letter, or what is wrong with the file
   * @throws IOException if it cannot be read now
   */
  static HandedIn read(Path file) throws IOException {
    try {
      return read(file, Utf8.read(file, LetterFiles.LONGEST_FILE));
    } catch (Utf8.TooLong e) {
      return wrong(file, "The file is longer than a dead letter can be.");
    } catch (Utf8.NotText e) {
      return wrong(file, "This is no dead letter: " + e.getMessage() + ".");
    }
  }

  static HandedIn read(Path file, String text) {
    try {
      return read(file, LetterJson.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
      return wrong(file, "This is not JSON" + where + ": " + e.getOriginalMessage() + ".");
    }
  }

  private static HandedIn read(Path file, JsonNode root) {
    JsonNode letter = root.path(LetterFiles.LETTER);
    return letter.isIntegralNumber() && letter.canConvertToLong()
        ? new HandedIn.Letter(file, letter.asLong(), root)
        : wrong(
            file,
            "/deadLetter: \"deadLetter\" must be the number of the dead letter, as its file had"
                + " it.");
  }

  private static HandedIn wrong(Path file, String reason) {
    return new HandedIn.Wrong(file, 0, List.of(reason));
  }
}

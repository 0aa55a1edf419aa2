package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.Arrays;
import java.util.List;

/** What stands between the columns of a line. */
public enum Delimiter {
  /** Told by a first line {@code sep=;}, or whichever is most frequent in the header line. */
  AUTO('\0'),
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  PIPE('|');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  /** The character itself; NUL for {@link #AUTO}. */
  public char character() {
    return character;
  }

  /**
   * By its word or the character itself.
   *
   * @throws IllegalArgumentException where there is no such, with the rule
   */
  static Delimiter of(String given) {
    String text = given.equals("\t") ? given : given.strip();
    List<String> words = Arrays.stream(values()).map(Forms::word).toList();
    for (Delimiter each : values()) {
      if (each != AUTO && text.equals(String.valueOf(each.character))) {
        return each;
      }
    }
    int at = words.indexOf(text);
    if (at < 0) {
      String list = String.join(", ", words);
      throw new IllegalArgumentException(
          "is one of " + list + ", not '" + text + "'" + Nearest.hint(text, words));
    }
    return values()[at];
  }
}

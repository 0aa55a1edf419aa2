package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.Parameters;

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

  static Delimiter read(Parameters values, String name) {
    String text = values.text(name);
    for (Delimiter each : values()) {
      if (each != AUTO && text.equals(String.valueOf(each.character))) {
        return each;
      }
    }
    return values.oneOf(name, AUTO);
  }
}

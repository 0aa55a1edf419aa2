package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.nio.charset.Charset;
import java.util.List;

/** The character sets of files, by the names that shops and Excel use. */
final class Charsets {
  static final List<String> USUAL =
      List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16LE", "x-MacRoman");

  private Charsets() {}

  static Charset of(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException e) {
      String hint = Nearest.hint(text, USUAL);
      throw new IllegalArgumentException(
          "is a character set such as " + String.join(", ", USUAL) + ", not '" + text + "'" + hint,
          e);
    }
  }
}

package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.Parameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which line of a file names its columns.
 *
 * @param skipped how many lines stand above it, whatever they hold
 * @param names columns that it names, where they tell it from the lines above; else empty
 */
record HeaderPlace(int skipped, List<String> names) {
  /** The first line that is not blank. */
  static final HeaderPlace FIRST_LINE = new HeaderPlace(0, List.of());

  /** How many lines a header is looked for in. */
  static final int MOST = 100;

  static HeaderPlace read(Parameters values) {
    String text = values.text("header").strip();
    if (text.isEmpty()) {
      return FIRST_LINE;
    }
    if (!text.matches("[0-9]+")) {
      List<String> names =
          Stream.of(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
      return new HeaderPlace(0, names);
    }
    if (text.length() > 3 || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      values.wrong(
          "header",
          "is the number of the line that names the columns, 1 to %d, or some of its names, not '%s'"
              .formatted(MOST, text));
      return FIRST_LINE;
    }
    return new HeaderPlace(Integer.parseInt(text) - 1, List.of());
  }

  /** Whether a line that holds these names is the header. */
  boolean isHeader(List<String> found) {
    return names.stream().allMatch(name -> found.stream().anyMatch(name::equalsIgnoreCase));
  }
}

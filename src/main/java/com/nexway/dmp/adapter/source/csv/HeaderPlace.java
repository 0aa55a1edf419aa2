package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
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

  static final Key<String> HEADER =
      Key.unset(
          "header",
          Forms.word(
              "the number of the line, 1 to "
                  + MOST
                  + ", or some names parted by commas; empty for the first line",
              text -> !text.matches("[0-9]+") || text.matches("[1-9][0-9]?|" + MOST)),
          "Which line names the columns: its number, or some of the names that it holds.");

  static HeaderPlace read(Values values) {
    String text = values.find(HEADER).orElse("");
    if (text.isEmpty()) {
      return FIRST_LINE;
    }
    return text.matches("[0-9]+")
        ? new HeaderPlace(Integer.parseInt(text) - 1, List.of())
        : new HeaderPlace(
            0, Stream.of(text.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList());
  }

  /** Whether a line that holds these names is the header. */
  boolean isHeader(List<String> found) {
    return names.stream().allMatch(name -> found.stream().anyMatch(name::equalsIgnoreCase));
  }
}

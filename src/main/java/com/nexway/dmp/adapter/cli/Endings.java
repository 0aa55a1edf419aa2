package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.event.Draft;
import java.util.ArrayList;
import java.util.List;

/** Counts what records become. */
final class Endings {
  private int events;
  private int skipped;
  private int none;

  void add(Draft draft) {
    if (draft instanceof Draft.Ready) {
      events++;
    } else if (draft instanceof Draft.Skipped) {
      skipped++;
    } else {
      none++;
    }
  }

  /** How many make no event although they are not skipped. */
  int withoutEvent() {
    return none;
  }

  /**
   * The sum below a preview.
   *
   * @param total how many records there are, {@link Sample#UNKNOWN} where that is not known
   */
  String words(int total) {
    int shown = events + skipped + none;
    String more = "--limit N shows more";
    String which = counted(shown);
    if (total == Sample.UNKNOWN) {
      return "the first %s: %s; %s".formatted(which, kinds(), more);
    }
    return shown < total
        ? "%d of %s shown (%s): %s".formatted(shown, counted(total), more, kinds())
        : which + ": " + kinds();
  }

  private String kinds() {
    List<String> kinds = new ArrayList<>();
    kinds.add(events == 1 ? "1 event" : events + " events");
    if (skipped > 0) {
      kinds.add(skipped + " skipped");
    }
    if (none > 0) {
      kinds.add(none + " without an event");
    }
    return String.join(", ", kinds);
  }

  static String counted(int records) {
    return records == 1 ? "1 record" : records + " records";
  }
}

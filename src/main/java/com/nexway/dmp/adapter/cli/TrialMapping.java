package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Preview;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mapping makes of records that were looked at: each kind of problem once, and how often.
 */
final class TrialMapping {
  /** Kinds that are told; preview tells all of them. */
  private static final int MOST = 5;

  private final List<SourceRecord> records;
  private final Map<String, Kind> errors = new LinkedHashMap<>();
  private final Map<String, Kind> doubts = new LinkedHashMap<>();
  private int events;

  TrialMapping(Mapping mapping, SuppressedAddresses suppressed, List<SourceRecord> records) {
    this.records = records;
    Preview preview = new Preview(mapping, suppressed);
    for (SourceRecord record : records) {
      Preview.Shown shown = preview.of(record);
      boolean refused = shown.draft() instanceof Draft.Refused;
      events += shown.draft() instanceof Draft.Ready ? 1 : 0;
      shown.problems().stream()
          .filter(problem -> problem.isError() == refused)
          .map(problem -> new Kind(record, problem))
          .distinct()
          .forEach(kind -> (refused ? errors : doubts).merge(kind.place(), kind, Kind::and));
    }
  }

  /** One kind of problem, where it was met first, and in how many records. */
  private record Kind(String place, String first, String message, int times) {
    Kind(SourceRecord record, Problem problem) {
      this(
          problem.pointer().replaceAll("/\\d+(?=/|$)", "/*") + from(problem),
          record.origin().place(),
          problem.message(),
          1);
    }

    private static String from(Problem problem) {
      return problem.column() == null ? "" : " from " + problem.column();
    }

    Kind and(Kind other) {
      return new Kind(place, first, message, times + other.times);
    }
  }

  /** Whether some records become no event, and none does. */
  boolean makesNothing() {
    return events == 0 && !errors.isEmpty();
  }

  /** Why records would be dead letters. */
  List<String> errors() {
    return words(errors, "would be dead letters");
  }

  /** What would be sent, and is doubted. */
  List<String> doubts() {
    return words(doubts, "are doubted");
  }

  private List<String> words(Map<String, Kind> kinds, String what) {
    List<String> words = new ArrayList<>();
    kinds.values().stream()
        .limit(MOST)
        .forEach(
            kind ->
                words.add(
                    "%d of %d records looked at %s, such as %s: %s %s"
                        .formatted(
                            kind.times(),
                            records.size(),
                            what,
                            kind.first(),
                            kind.place().strip(),
                            kind.message())));
    return words;
  }
}

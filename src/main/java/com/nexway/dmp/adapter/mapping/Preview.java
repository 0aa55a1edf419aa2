package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Columns;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Problems;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what a mapping makes of a record; nothing is stored or sent. */
public final class Preview {
  private final Mapping mapping;
  private final SuppressedAddresses suppressed;
  private final Validator validator = new Validator();

  /**
   * @param mapping the mapping to show
   * @param suppressed the addresses that are not sent
   */
  public Preview(Mapping mapping, SuppressedAddresses suppressed) {
    this.mapping = mapping;
    this.suppressed = suppressed;
  }

  /** Maps a record and checks its event, as they are before an event is stored. */
  public Shown of(SourceRecord record) {
    Trace trace = new Trace();
    Draft mapped = new Drafting(record, mapping, suppressed, trace).draft();
    Batch batch = new Batch(record.origin().source(), Lane.LIVE, List.of(record), List.of(), null);
    Draft draft = validator.validate(new Drafts(batch, List.of(mapped))).drafts().get(0);
    if (draft instanceof Draft.Ready ready) {
      return new Shown(draft, ready.event().whole(), trace, ready.warnings());
    }
    if (draft instanceof Draft.Refused refused) {
      Event event = refused.event();
      return new Shown(draft, event == null ? null : event.whole(), trace, refused.problems());
    }
    return new Shown(draft, null, trace, List.of());
  }

  /**
   * What a record becomes.
   *
   * @param draft the event, or why there is none
   * @param json the event as far as it was made; null where it was not begun
   * @param columns which column each of its values came from
   * @param problems errors and warnings
   */
  public record Shown(
      Draft draft, @Nullable ObjectNode json, Columns columns, List<Problem> problems) {
    /** The same as text, a line for each value and each problem. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(heading());
      if (json != null) {
        for (Difference.Value value : Difference.Value.of("", json)) {
          lines.add("  %-45s %s%s".formatted(value.pointer(), value.json(), from(value.pointer())));
        }
      }
      Problems.gathered(problems).forEach(problem -> lines.add("  " + line(problem)));
      return lines;
    }

    /** Where the record stands and what becomes of it. */
    String heading() {
      return draft.record().origin().place() + ": " + ending();
    }

    private String ending() {
      if (draft instanceof Draft.Ready ready) {
        return "event " + ready.event().key();
      }
      return draft instanceof Draft.Skipped skipped
          ? "skipped, " + skipped.reason()
          : "no event, a dead letter";
    }

    /** What is wrong with it, an error a line. */
    List<String> errors() {
      return problems.stream().filter(Problem::isError).map(Shown::line).toList();
    }

    private String from(String pointer) {
      String column = columns.of(pointer);
      return column == null ? "" : "   from " + column;
    }

    private static String line(Problem problem) {
      return (problem.isError() ? "ERROR " : "warning ")
          + (problem.pointer().isEmpty() ? "" : problem.pointer() + " ")
          + (problem.column() == null ? "" : "from " + problem.column() + " ")
          + problem.message();
    }
  }
}

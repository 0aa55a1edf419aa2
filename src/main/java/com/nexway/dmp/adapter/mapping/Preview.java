package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Problem;
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
      return new Shown(draft, values(ready.event(), trace), ready.warnings());
    }
    if (draft instanceof Draft.Refused refused) {
      return new Shown(draft, values(refused.event(), trace), refused.problems());
    }
    return new Shown(draft, List.of(), List.of());
  }

  private static List<Value> values(@Nullable Event event, Trace trace) {
    List<Value> values = new ArrayList<>();
    if (event != null) {
      ObjectNode json = event.json().deepCopy();
      if (event.acquired() != null) {
        json.withObject("/" + Drafting.META).put(Drafting.ACQUIRED, event.acquired());
      }
      collect("", json, trace, values);
    }
    return values;
  }

  private static void collect(String pointer, JsonNode node, Trace trace, List<Value> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> collect(pointer + "/" + entry.getKey(), entry.getValue(), trace, values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, node.get(i), trace, values);
      }
    } else {
      values.add(new Value(pointer, node, trace.of(pointer)));
    }
  }

  /**
   * One value of an event.
   *
   * @param pointer where it stands in the event
   * @param json the value
   * @param column the column or path that it came from; null for a constant
   */
  public record Value(String pointer, JsonNode json, @Nullable String column) {}

  /**
   * What a record becomes.
   *
   * @param draft the event, or why there is none
   * @param values the event value by value, as far as it was made
   * @param problems errors and warnings
   */
  public record Shown(Draft draft, List<Value> values, List<Problem> problems) {
    /** The same as text, a line for each value and each problem. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(draft.record().origin().place() + ": " + heading());
      for (Value value : values) {
        String from = value.column() == null ? "" : "   from " + value.column();
        lines.add("  %-45s %s%s".formatted(value.pointer(), value.json(), from));
      }
      for (Problem problem : problems) {
        lines.add(
            "  "
                + (problem.isError() ? "ERROR " : "warning ")
                + (problem.pointer().isEmpty() ? "" : problem.pointer() + " ")
                + (problem.column() == null ? "" : "from " + problem.column() + " ")
                + problem.message());
      }
      return lines;
    }

    private String heading() {
      if (draft instanceof Draft.Ready ready) {
        return "event " + ready.event().key();
      }
      return draft instanceof Draft.Skipped skipped
          ? "skipped, " + skipped.reason()
          : "no event, a dead letter";
    }
  }
}

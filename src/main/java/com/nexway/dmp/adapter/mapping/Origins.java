package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Columns;
import com.nexway.dmp.adapter.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which column each property of an event came from, found only when somebody asks.
 *
 * <p>The rules tell it, except behind a list in which an element may have been left out: then the
 * record is mapped once more and watched.
 */
final class Origins implements Columns {
  private final SourceRecord record;
  private final ObjectRule event;
  private @Nullable Trace trace;

  Origins(SourceRecord record, ObjectRule event) {
    this.record = record;
    this.event = event;
  }

  @Override
  public @Nullable String of(String pointer) {
    Rule rule = event;
    int at = 0;
    while (at < pointer.length()) {
      int end = pointer.indexOf('/', at + 1);
      String step = pointer.substring(at + 1, end < 0 ? pointer.length() : end);
      if (rule instanceof ObjectRule object) {
        rule = object.member(step);
      } else if (rule instanceof Each each) {
        rule = each.rule();
      } else if (rule instanceof ListRule list) {
        if (list.entries().size() != 1) {
          return traced().of(pointer);
        }
        rule = list.entries().get(0).rule();
      } else if (!(rule instanceof TextList)) {
        return null;
      }
      at = end < 0 ? pointer.length() : end;
    }
    return rule == null ? null : rule.columns();
  }

  private synchronized Trace traced() {
    if (trace == null) {
      trace = new Trace();
      event.render(Scope.of(record), new Pass(trace));
    }
    return trace;
  }
}

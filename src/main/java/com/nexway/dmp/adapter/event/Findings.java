package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Problem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is found while an event is walked through, and where the walk stands.
 *
 * <p>The place is kept as it is walked and made a JSON pointer only where something is wrong.
 */
final class Findings {
  /** Most errors, and most warnings, that are listed of one event. */
  static final int MOST = 100;

  private final Columns columns;
  private final List<Problem> problems = new ArrayList<>(0);
  private Object[] place = new Object[12];
  private int depth;
  private int errors;
  private int warnings;

  Findings(Columns columns) {
    this.columns = columns;
  }

  /** Goes one step down: to the property of a name, or the element of an index. */
  void enter(Object step) {
    if (depth == place.length) {
      place = Arrays.copyOf(place, depth * 2);
    }
    place[depth++] = step;
  }

  void leave() {
    depth--;
  }

  /** An error here; its message is made only where it is listed. */
  void error(@Nullable JsonNode value, Supplier<String> message) {
    if (errors++ < MOST) {
      add(Severity.ERROR, value, message.get());
    }
  }

  void error(@Nullable JsonNode value, String message) {
    error(value, () -> message);
  }

  void warning(@Nullable JsonNode value, String message) {
    if (warnings++ < MOST) {
      add(Severity.WARNING, value, message);
    }
  }

  boolean none() {
    return problems.isEmpty();
  }

  boolean hasErrors() {
    return errors > 0;
  }

  /**
   * The problems in the order they were found; where there are more, the last ones say how many.
   */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (errors > MOST) {
      all.add(Problem.error("", null, null, "and " + (errors - MOST) + " more errors"));
    }
    if (warnings > MOST) {
      all.add(Problem.warning("", null, null, "and " + (warnings - MOST) + " more warnings"));
    }
    return List.copyOf(all);
  }

  private void add(Severity severity, @Nullable JsonNode value, String message) {
    String pointer = pointer();
    String shown = value == null ? null : Shown.value(value);
    problems.add(new Problem(severity, pointer, columns.of(pointer), shown, message));
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String step = Shown.cut(place[i].toString());
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}

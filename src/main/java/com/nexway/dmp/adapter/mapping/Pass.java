package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Doubts;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import com.nexway.dmp.adapter.record.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record on its way through a mapping: where it is in the event, and what was found. */
final class Pass implements Doubts {
  private static final int DEEPEST = 16;

  /** Most problems that are told of one record. */
  private static final int MOST_PROBLEMS = 100;

  private final @Nullable Trace trace;
  private final Object[] steps = new Object[DEEPEST];
  private int depth;
  private final List<Problem> problems = new ArrayList<>(0);
  private @Nullable String skipped;
  private @Nullable String column;
  private @Nullable Object value;
  private int taken;
  private int looked;

  /**
   * @param trace notes which column each property came from; null where nobody asks
   */
  Pass(@Nullable Trace trace) {
    this.trace = trace;
  }

  /** Goes down to a member by its name, or to an element by its position. */
  void enter(Object step) {
    steps[depth++] = step;
  }

  void leave() {
    depth--;
  }

  /** What follows is about this column and value. */
  void reading(@Nullable String columns, @Nullable Object found) {
    this.column = columns;
    this.value = found;
    looked += columns == null ? 0 : 1;
    from(columns);
  }

  /** An array is made from this column. */
  void from(@Nullable String columns) {
    if (trace != null && columns != null) {
      trace.add(pointer(), columns);
    }
  }

  /** A value was taken from the record, or did not fit. */
  void took() {
    taken++;
  }

  /** How many values were taken from the record so far. */
  int taken() {
    return taken;
  }

  /** How often columns were looked at so far. */
  int looked() {
    return looked;
  }

  void error(String message) {
    add(Problem.error(pointer(), column, described(), message));
  }

  @Override
  public void about(String message) {
    add(Problem.warning(pointer(), column, described(), message));
  }

  /** The record is left out on purpose. */
  void skip(String reason) {
    if (skipped == null) {
      skipped = reason;
    }
  }

  @Nullable String skipped() {
    return skipped;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Takes back the problems told since there were this many; answers the first of them. */
  @Nullable Problem takeBack(int from) {
    Problem first = problems.size() > from ? problems.get(from) : null;
    problems.subList(Math.min(from, problems.size()), problems.size()).clear();
    return first;
  }

  private void add(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private @Nullable String described() {
    return value == null ? null : Texts.describe(value);
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      pointer.append('/').append(steps[i]);
    }
    return pointer.toString();
  }
}

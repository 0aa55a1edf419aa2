package com.nexway.dmp.adapter.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The problems of one record as people read them. */
public final class Problems {
  private static final Pattern POSITION = Pattern.compile("/\\d+(?=/|$)");

  private Problems() {}

  /** A warning but for the element that it is about. */
  private record Doubt(
      String pointer, @Nullable String column, @Nullable String value, String message) {
    Problem problem(int times) {
      return Problem.warning(pointer, column, value, message + " (" + times + " times)");
    }
  }

  /**
   * The same doubt about several elements of a list becomes one, at {@code /order/items/*&#47;…},
   * where the first stood; errors stay as they are, since each is mended by itself.
   */
  public static List<Problem> gathered(List<Problem> problems) {
    Map<Doubt, Integer> times = new LinkedHashMap<>();
    problems.stream()
        .filter(problem -> !problem.isError())
        .forEach(problem -> times.merge(doubt(problem), 1, Integer::sum));
    List<Problem> gathered = new ArrayList<>();
    for (Problem problem : problems) {
      Integer alike = problem.isError() ? null : times.replace(doubt(problem), 0);
      if (alike == null || alike == 1) {
        gathered.add(problem);
      } else if (alike > 1) {
        gathered.add(doubt(problem).problem(alike));
      }
    }
    return gathered;
  }

  private static Doubt doubt(Problem problem) {
    return new Doubt(
        POSITION.matcher(problem.pointer()).replaceAll("/*"),
        problem.column(),
        problem.value(),
        problem.message());
  }
}

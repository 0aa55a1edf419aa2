package com.nexway.dmp.adapter.source.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the shape of a query does to the rows of one id: whether a join multiplied them. */
final class GroupShape {
  private GroupShape() {}

  /**
   * The column by which two rows of one id are the same line. The first column of the query is the
   * number of the line, unless it is that of the id or time. Without it, lines are told apart by
   * the first column that differs; where each of them comes with the same rows of something else,
   * such as all payments, a join has multiplied them.
   *
   * @param rows of one id, sorted by their columns from the left
   * @param id the column of the id, and {@code time} that of the time, as the database names them
   * @return empty where no row comes twice
   */
  static Optional<String> doubled(List<Map<String, Object>> rows, String id, String time) {
    List<String> columns = List.copyOf(rows.get(0).keySet());
    String first = columns.get(0);
    boolean numbered = !first.equals(id) && !first.equals(time);
    Optional<String> apart =
        columns.stream().filter(column -> numbered || values(rows, column).size() > 1).findFirst();
    if (rows.size() < 2 || apart.isEmpty()) {
      return rows.size() < 2 ? Optional.empty() : Optional.of(first);
    }
    Collection<List<Map<String, Object>>> lines =
        rows.stream()
            .collect(Collectors.groupingBy(row -> Optional.ofNullable(row.get(apart.get()))))
            .values();
    boolean twice =
        numbered
            ? lines.size() < rows.size()
            : lines.stream().allMatch(line -> line.size() > 1) && areAlike(lines, columns);
    return twice ? apart : Optional.empty();
  }

  /** Whether the rows of all lines are the same but for what belongs to the line. */
  private static boolean areAlike(
      Collection<List<Map<String, Object>>> lines, List<String> columns) {
    List<String> ofOthers =
        columns.stream()
            .filter(column -> lines.stream().anyMatch(line -> values(line, column).size() > 1))
            .toList();
    return lines.stream()
            .map(
                line -> line.stream().map(row -> ofOthers.stream().map(row::get).toList()).toList())
            .distinct()
            .count()
        == 1;
  }

  private static Set<@Nullable Object> values(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
  }
}

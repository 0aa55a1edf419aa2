package com.nexway.dmp.adapter.source.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the shape of a query does to the rows of one id: whether a join multiplied them. */
final class GroupShape {
  private GroupShape() {}

  /**
   * The column by which two rows of one id are the same line. The first column besides those of id
   * and time is the number of the line, where it stands in front of both; elsewhere it may be one
   * that all rows share, and the first that tells rows apart must not have each of its values
   * equally often, nor may two rows agree in all.
   *
   * @param rows of one id, sorted
   * @param id the column of the id, and {@code time} that of the time, as the database names them
   * @return empty where no row comes twice
   */
  static Optional<String> doubled(List<Map<String, Object>> rows, String id, String time) {
    if (rows.size() < 2) {
      return Optional.empty();
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (column.equals(id) || column.equals(time)) {
        continue;
      }
      Map<Object, Integer> often = often(rows, column);
      int least = often.values().stream().min(Integer::compare).orElse(1);
      int most = often.values().stream().max(Integer::compare).orElse(1);
      boolean line = i == 0;
      if (line || often.size() > 1) {
        return most > 1 && (line || least == most) ? Optional.of(column) : Optional.empty();
      }
    }
    return Optional.of(columns.get(0));
  }

  private static Map<Object, Integer> often(List<Map<String, Object>> rows, String column) {
    Map<Object, Integer> often = new HashMap<>();
    rows.forEach(
        row -> often.merge(Objects.requireNonNullElse(row.get(column), ""), 1, Integer::sum));
    return often;
  }
}

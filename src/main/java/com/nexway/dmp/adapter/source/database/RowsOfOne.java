package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.RowGroup;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one page that share an id. */
final class RowsOfOne {
  private static final int SHOWN = 1000;

  private final DatabaseSettings settings;
  private final Object id;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private @Nullable String problem;

  private RowsOfOne(DatabaseSettings settings, Object id) {
    this.settings = settings;
    this.id = id;
  }

  /** The rows of a page by their ids, in its order. */
  static List<RowsOfOne> of(DatabaseSettings settings, List<Map<String, Object>> page) {
    List<RowsOfOne> all = new ArrayList<>();
    Map<Object, RowsOfOne> firstOf = new HashMap<>();
    RowsOfOne current = null;
    for (Map<String, Object> row : page) {
      Object id = id(settings, row);
      if (current == null || !id.equals(current.id)) {
        current = new RowsOfOne(settings, id);
        current.check(firstOf);
        all.add(current);
      }
      current.rows.add(row);
      if (current.rows.size() > settings.limits().groupRows()) {
        current.problem =
            "the record has more than " + settings.limits().groupRows() + " rows (max-group)";
      }
    }
    all.forEach(one -> one.rows.sort(RowsOfOne::byColumns));
    return all;
  }

  /**
   * Column by column from the left. A database gives the rows of one id in any order, another one
   * each time; the same rows must make the same event.
   */
  private static int byColumns(Map<String, Object> one, Map<String, Object> two) {
    for (Map.Entry<String, Object> column : one.entrySet()) {
      int order = compare(column.getValue(), two.get(column.getKey()));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // equal classes whose values compare with each other
  private static int compare(@Nullable Object one, @Nullable Object two) {
    if (one == null || two == null) {
      return Boolean.compare(one != null, two != null);
    }
    if (one.getClass() == two.getClass() && one instanceof Comparable<?>) {
      return ((Comparable<Object>) one).compareTo(two);
    }
    return one.toString().compareTo(two.toString());
  }

  private void check(Map<Object, RowsOfOne> firstOf) {
    RowsOfOne first = firstOf.putIfAbsent(id, this);
    if (first != null) {
      problem =
          "the rows of this id have several times in '"
              + settings.timeColumn()
              + "'; time-column must be one that all rows of an id share";
      first.problem = problem;
    }
  }

  private static Object id(DatabaseSettings settings, Map<String, Object> row) {
    return value(settings.idColumn(), row);
  }

  /** A value that the query does not give as null. */
  private static Object value(String column, Map<String, Object> row) {
    String name = column.replaceAll("[\"`\\[\\]]", "");
    if (row.containsKey(name)) {
      return row.get(name);
    }
    for (Map.Entry<String, Object> each : row.entrySet()) {
      if (each.getKey().equalsIgnoreCase(name)) {
        return each.getValue();
      }
    }
    throw new IllegalArgumentException(
        "the query has no column '" + name + "'" + Nearest.hint(name, row.keySet()));
  }

  /** Where the run goes on behind these rows. */
  Cursor cursor() {
    return new Cursor(value(settings.timeColumn(), rows.get(rows.size() - 1)), id);
  }

  boolean isKnownTo(RecentRecords recent) {
    return recent.knows(id, rows);
  }

  void rememberIn(RecentRecords recent) {
    recent.stored(id, rows);
  }

  void addTo(List<SourceRecord> records, List<Unreadable> unreadable) {
    Origin origin = new Origin(settings.name(), "id " + id);
    if (problem == null) {
      RowGroup group = new RowGroup();
      rows.forEach(group::add);
      records.add(group.record(origin));
    } else {
      String raw = String.valueOf(rows.get(0));
      unreadable.add(
          new Unreadable(
              origin,
              raw.length() > SHOWN ? raw.substring(0, SHOWN) : raw,
              List.of(Problem.error("", settings.idColumn(), String.valueOf(id), problem))));
    }
  }
}

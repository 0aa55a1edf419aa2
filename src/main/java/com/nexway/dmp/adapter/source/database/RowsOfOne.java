package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.record.Unreadable;
import com.nexway.dmp.adapter.source.RowGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one page that share an id. */
final class RowsOfOne {
  private static final int SHOWN = 1000;
  private static final int CELL_SHOWN = 100;

  private static final long PRIME = 0x100000001b3L;

  /** What ends a value, and stands for none: not letters. */
  private static final int END = 0x110000;

  private static final int NOTHING = 0x110001;

  private final DatabaseSettings settings;
  private Cursor cursor;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private @Nullable String problem;
  private String column;
  private long hash;

  RowsOfOne(DatabaseSettings settings, QueryRow first) {
    this.settings = settings;
    this.cursor = new Cursor(first.time(), first.id());
    this.column = settings.idColumn();
    rows.add(first.values());
  }

  /** Where the run goes on behind these rows. */
  Cursor cursor() {
    return cursor;
  }

  boolean isOf(@Nullable String id) {
    return Objects.equals(id, cursor.id());
  }

  void add(QueryRow row) {
    rows.add(row.values());
    if (!row.time().equals(cursor.time())) {
      refuseTimes();
      cursor = new Cursor(row.time(), row.id());
    }
  }

  int size() {
    return rows.size();
  }

  /** The record cannot be sent. */
  void refuse(String message, String at) {
    problem = message;
    column = at;
  }

  void refuseSize(int most) {
    refuse(
        "the record has more than %,d rows; does a join multiply them?".formatted(most),
        settings.idColumn());
  }

  void refuseTimes() {
    refuse(
        ("the rows of this id have several times in '%1$s', or some have none, so that a run would"
                + " see only some of them; use the order's own time, or GREATEST(...), or MAX(%1$s) OVER (PARTITION BY"
                + " %2$s) AS %1$s")
            .formatted(settings.timeColumn(), settings.idColumn()),
        settings.timeColumn());
  }

  /** A join may give each line of an order several times. */
  void refuseDoubles(Query query) {
    if (problem == null) {
      GroupShape.doubled(rows, query.idColumn().name(), query.timeColumn().name())
          .ifPresent(
              same ->
                  refuse(
                      ("two rows of this id are the same in '%s'; does a join multiply them? Join what"
                              + " there is one of, and let the number of the line be the first column")
                          .formatted(same),
                      same));
    }
  }

  /**
   * Column by column from the left. A database gives the rows of one id in any order, another one
   * each time; the same rows must make the same event.
   */
  void sort() {
    rows.sort(RowsOfOne::byColumns);
  }

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

  boolean isKnownTo(RecentRecords recent) {
    return recent.knows(cursor.id(), hash());
  }

  void rememberIn(RecentRecords recent) {
    recent.stored(cursor.id(), hash());
  }

  /** Of all values, by FNV-1a; worked out once, for it costs as much as all else here. */
  private long hash() {
    if (hash == 0) {
      hash = 0xcbf29ce484222325L;
      rows.forEach(row -> row.values().forEach(this::mix));
    }
    return hash;
  }

  private void mix(@Nullable Object value) {
    if (value instanceof Long whole) {
      hash = (hash ^ whole) * PRIME;
    } else if (value != null) {
      String text = value.toString();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * PRIME;
      }
    }
    hash = (hash ^ (value == null ? NOTHING : END)) * PRIME;
  }

  private @Nullable Object id() {
    return rows.get(0).getOrDefault(settings.idColumn(), cursor.id());
  }

  /** What it is called in messages. */
  String place() {
    return "id " + id();
  }

  void addTo(List<SourceRecord> records, List<Unreadable> unreadable) {
    Origin origin = new Origin(settings.name(), place());
    if (problem == null) {
      RowGroup group = new RowGroup();
      rows.forEach(group::add);
      records.add(group.record(origin));
    } else {
      Problem told = Problem.error("", column, String.valueOf(id()), problem);
      unreadable.add(new Unreadable(origin, shown(rows.get(0)), List.of(told)));
    }
  }

  private static String shown(Map<String, Object> row) {
    StringBuilder shown = new StringBuilder();
    for (Map.Entry<String, Object> cell : row.entrySet()) {
      String text = String.valueOf(cell.getValue());
      shown.append(shown.isEmpty() ? "{" : ", ").append(cell.getKey()).append('=');
      shown.append(text, 0, Math.min(CELL_SHOWN, text.length()));
      if (shown.length() > SHOWN) {
        return shown.substring(0, SHOWN);
      }
    }
    return shown.append('}').toString();
  }
}

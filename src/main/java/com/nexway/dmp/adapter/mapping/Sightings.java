package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which paths of a mapping were there in JSON records that were looked at, with a value or without:
 * one that never was is most likely mistyped. The columns of tables are compared by {@link
 * Mapping#missing}.
 */
public final class Sightings {
  /** Elements of one list that are looked at. */
  private static final int ELEMENTS = 50;

  /** Names beside a missing one that are kept. */
  private static final int NAMES = 500;

  private final Map<Column, Missed> pending = new LinkedHashMap<>();
  private int records;

  /** Nothing was looked at so far. */
  public Sightings(Mapping mapping) {
    for (Column column : mapping.columns()) {
      if (!column.isOfRows()) {
        pending.put(column, new Missed());
      }
    }
  }

  /** Looks at a record; one that is made of rows says nothing. */
  public void look(SourceRecord record) {
    if (record.rows().isEmpty()) {
      records++;
      pending
          .entrySet()
          .removeIf(
              column -> isThere(record.fields(), column.getKey().path(), "", column.getValue()));
    }
  }

  /** How many records were looked at that could say something. */
  public int records() {
    return records;
  }

  /** A remark for each path that no record had, at its place in the mapping. */
  public List<FileProblem> remarks() {
    Map<String, FileProblem> remarks = new LinkedHashMap<>();
    pending.forEach(
        (column, missed) -> {
          if (missed.isTold(column)) {
            String words = missed.words(records);
            remarks.putIfAbsent(words, column.problem(words));
          }
        });
    return List.copyOf(remarks.values());
  }

  /**
   * Whether a path is there. Where it is not, what should hold it may be empty and say nothing;
   * else it is missed.
   *
   * @param around the path of the value
   */
  private static boolean isThere(
      @Nullable Object value, String path, String around, Missed missed) {
    if (value instanceof List<?> list) {
      return isInOne(list, path, around, missed);
    }
    if (!(value instanceof Map<?, ?> map)) {
      return false;
    }
    int end = Way.firstEnd(path);
    String step = path.substring(0, end);
    Way way = Way.of(step.endsWith("[]") ? step.substring(0, step.length() - 2) : step);
    String name = (String) way.steps().get(0);
    if (map.containsKey(path)) {
      return true;
    }
    if (!map.containsKey(name)) {
      missed.at(around, name, map.keySet());
      return false;
    }
    Object found = way.from(map);
    if (found == null && way.steps().size() > 1 && !Scope.elements(map.get(name)).isEmpty()) {
      missed.at(around, step, List.of());
    }
    String inner = around.isEmpty() ? name : around + "." + name;
    return end == path.length()
        ? found != null || way.steps().size() == 1
        : isThere(found, path.substring(end + 1), inner, missed);
  }

  /** Elements are looked at by a position or each; any of them will do. */
  private static boolean isInOne(List<?> list, String path, String around, Missed missed) {
    int end = Way.firstEnd(path);
    boolean position = Way.position(path.substring(0, end)) >= 0;
    if (position && end == path.length()) {
      return true;
    }
    String rest = position ? path.substring(end + 1) : path;
    return list.stream()
        .limit(ELEMENTS)
        .anyMatch(element -> rest.isEmpty() || isThere(element, rest, around, missed));
  }

  /** Where a path came to its end too early, and what was there instead. */
  private static final class Missed {
    private String around = "";
    private String name = "";
    private final TreeSet<String> others = new TreeSet<>();

    /** A path that goes deeper in some records says more there than in the others. */
    void at(String path, String step, Collection<?> names) {
      if (name.isEmpty() || path.length() > around.length()) {
        around = path;
        name = step;
        others.clear();
      } else if (!path.equals(around)) {
        return;
      }
      for (Object other : names) {
        if (others.size() < NAMES) {
          others.add(String.valueOf(other));
        }
      }
    }

    /** What has {@code default:} may be missing, but for a word that is nearly there. */
    boolean isTold(Column column) {
      return !name.isEmpty() && (!column.optional() || near().isPresent());
    }

    private Optional<String> near() {
      return Nearest.to(name, others).map(this::within);
    }

    private String within(String step) {
      return around.isEmpty() ? step : around + "." + step;
    }

    /** Of other names only one that is near is shown, since a name may be somebody's data. */
    String words(int records) {
      return (records == 1 ? "the record has no " : "none of %,d records has ".formatted(records))
          + within(name)
          + near().map(other -> "; it has " + other).orElse("");
    }
  }
}

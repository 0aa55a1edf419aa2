package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mapping file that is right: how records of one kind become events. It does not change. */
public final class Mapping {
  private final String name;
  private final Heading heading;
  private final ObjectRule event;
  private final List<Column> columns;
  private final List<Example> examples;

  Mapping(
      String name,
      Heading heading,
      ObjectRule event,
      List<Column> columns,
      List<Example> examples) {
    this.name = name;
    this.heading = heading;
    this.event = event;
    this.columns = List.copyOf(columns);
    this.examples = List.copyOf(examples);
  }

  /**
   * What stands above the event in a mapping.
   *
   * @param key what identifies a record
   * @param customer whose events are kept in order; null for the e-mail address
   * @param version how new a record is; null where the source does not say
   * @param when which records are taken; null for all
   */
  record Heading(
      Rule key, @Nullable Rule customer, @Nullable Rule version, @Nullable Condition when) {}

  /** Its name, which is its file's without {@code .yaml}. */
  public String name() {
    return name;
  }

  /**
   * The columns and paths that it reads, in the order of the file; those of expressions are
   * unknown.
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * Compares the mapping with the columns that a table has; capitals make no difference.
   *
   * @return a problem for each column that the mapping reads and the source has not, or has twice
   *     but for capitals, at its place
   */
  public List<FileProblem> missing(Collection<String> sourceColumns) {
    Set<String> has = new TreeSet<>(sourceColumns);
    List<FileProblem> problems = new ArrayList<>();
    for (Column column : columns) {
      if (has.contains(column.path()) || has.contains(column.first()) || column.isOfRow()) {
        continue;
      }
      List<String> same = has.stream().filter(column.path()::equalsIgnoreCase).toList();
      if (same.size() > 1) {
        problems.add(
            column.problem(
                "the source has '%s', and '%s' may be any of them; write it with their capitals"
                    .formatted(String.join("', '", same), column.path())));
      } else if (same.isEmpty()) {
        problems.add(
            column.problem(
                "the source has no column '"
                    + column.path()
                    + "'"
                    + Nearest.to(column.path(), has)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; it has " + String.join(", ", has))));
      }
    }
    return problems;
  }

  Heading heading() {
    return heading;
  }

  ObjectRule event() {
    return event;
  }

  List<Example> examples() {
    return examples;
  }
}

package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping file that is right: how records of one kind become events. It does not change. */
public final class Mapping {
  /** Columns that a message names. */
  private static final int NAMED = 40;

  private final String name;
  private final Heading heading;
  private final ObjectRule event;
  private final List<Column> columns;
  private final List<Example> examples;
  private final String words;

  Mapping(
      String name,
      Heading heading,
      ObjectRule event,
      List<Column> columns,
      List<Example> examples,
      String words) {
    this.name = name;
    this.heading = heading;
    this.event = event;
    this.columns = List.copyOf(columns);
    this.examples = List.copyOf(examples);
    this.words = words;
  }

  /**
   * What stands above the event in a mapping.
   *
   * @param key what identifies a record
   * @param customer whose events are kept in order; null for the e-mail address
   * @param version how new a record is; null where the source does not say
   * @param when which records are taken; null for all
   * @param zone where times are meant that name no zone; null where the file does not say
   */
  record Heading(
      Rule key,
      @Nullable Rule customer,
      @Nullable Rule version,
      @Nullable Condition when,
      @Nullable ZoneId zone) {}

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
   * Whether it may read a column or member of this name, in an expression too: its file names it.
   */
  public boolean mayRead(String name) {
    return words.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it makes something of each row of a record, {@code each: rows}. */
  public boolean readsRows() {
    return columns.stream().anyMatch(Column::isOfRows);
  }

  /** Where times are meant that name no zone; UTC where its file does not say. */
  ZoneId zone() {
    return heading.zone() == null ? ZoneId.of("UTC") : heading.zone();
  }

  /** Whether it tells a newer record from an older one. */
  public boolean knowsVersions() {
    return heading.version() != null;
  }

  /**
   * What tells its orders from those of another shop beside their number: the store, salesunit and
   * platform that it gives to all of them.
   *
   * @return empty where there is more to tell them by: no number of the shop as it is, or a store
   *     of each record's own
   */
  public Optional<List<String>> onlyOrigin() {
    if (!(part("order", "id") instanceof Leaf id && id.source() instanceof Reference)) {
      return Optional.empty();
    }
    List<String> origin = new ArrayList<>();
    for (String name : List.of("originStore", "nexwaySalesunitID", "platformID")) {
      Rule rule = part("_meta", name);
      if (rule != null && !(rule instanceof Constant)) {
        return Optional.empty();
      }
      origin.add(rule instanceof Constant same ? same.json().asText() : "");
    }
    return Optional.of(origin);
  }

  /** Those of key, action and when that hang on a column whose name begins so. */
  public List<String> decidedBy(String beginning) {
    List<String> decided = new ArrayList<>();
    if (heading.key() instanceof Leaf key && key.reads(beginning)) {
      decided.add("key");
    }
    if (event.member("action") instanceof Leaf action && action.reads(beginning)) {
      decided.add("action");
    }
    if (heading.when() != null && heading.when().reads(beginning)) {
      decided.add("when");
    }
    return decided;
  }

  private @Nullable Rule part(String object, String name) {
    return event.member(object) instanceof ObjectRule found ? found.member(name) : null;
  }

  /**
   * Compares the mapping with the columns that a table has; capitals make no difference.
   *
   * @return a problem for each column that the mapping reads and the source has not, or has twice
   *     but for capitals, at its place
   */
  public List<FileProblem> missing(Collection<String> sourceColumns) {
    return compared(sourceColumns, false);
  }

  /**
   * The same for the columns that may be missing, since {@code default:} says what is taken then.
   *
   * @return a remark for each that the source has not, at its place
   */
  public List<FileProblem> remarks(Collection<String> sourceColumns) {
    return compared(sourceColumns, true);
  }

  private List<FileProblem> compared(Collection<String> sourceColumns, boolean optional) {
    Set<String> has = new TreeSet<>(sourceColumns);
    String others = "; it has " + shown(has);
    List<FileProblem> problems = new ArrayList<>();
    for (Column column : columns) {
      if (!isIn(has, column) && column.optional() == optional) {
        String message = missing(column, has, others);
        if (message != null) {
          problems.add(column.problem(optional ? "remark: " + message : message));
          others = message.endsWith(others) ? "" : others; // once is enough
        }
      }
    }
    return problems;
  }

  private static boolean isIn(Set<String> has, Column column) {
    return has.contains(column.path()) || has.contains(column.first()) || column.isOfRows();
  }

  /** The columns' names; where it has none that is needed, they may be somebody's data instead. */
  private String shown(Set<String> has) {
    Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.addAll(has);
    boolean known =
        columns.stream().anyMatch(column -> !column.isOfRows() && isIn(anyCase, column));
    return known
        ? has.stream().limit(NAMED).collect(Collectors.joining(", "))
            + (has.size() > NAMED ? ", …" : "")
        : has.size() + " columns, none of which the mapping names";
  }

  private static @Nullable String missing(Column column, Set<String> has, String others) {
    List<String> same = has.stream().filter(column.path()::equalsIgnoreCase).toList();
    if (same.size() > 1) {
      return "the source has '%s', and '%s' may be any of them; write it with their capitals"
          .formatted(String.join("', '", same), column.path());
    }
    if (!same.isEmpty()) {
      return null;
    }
    Set<String> words = new TreeSet<>(has);
    words.add(Each.ROWS);
    return "the source has no column '"
        + column.path()
        + "'"
        + (column.optional() ? ", so that default: is taken" : "")
        + Nearest.to(column.path(), words)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse(others);
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

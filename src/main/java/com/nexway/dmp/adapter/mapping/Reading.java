package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Notation;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A mapping file that is being read: what is wrong so far, and which columns it reads.
 *
 * @param problems what is wrong, in the order it was found
 * @param columns the columns it reads
 * @param notation how the source writes its values, where a leaf does not say otherwise
 * @param levels the arrays around the part that is being read, outermost first; the name of each
 *     ends in {@code []}, and is empty for the rows of the record
 * @param optional whether the columns read here may be missing
 */
record Reading(
    List<FileProblem> problems,
    List<Column> columns,
    Notation notation,
    List<String> levels,
    boolean optional) {
  static Reading of(List<FileProblem> problems) {
    return new Reading(problems, new ArrayList<>(), Notation.PLAIN, List.of(), false);
  }

  Reading with(Notation other) {
    return new Reading(problems, columns, other, levels, optional);
  }

  /** What has a value of its own where its columns are missing. */
  Reading withDefault() {
    return new Reading(problems, columns, notation, levels, true);
  }

  /** What stands inside {@code each:}. */
  Reading inside(Reference each) {
    List<String> inner = new ArrayList<>(levels);
    boolean rows = each.columns().equals(Each.ROWS);
    inner.add(rows ? "" : path(each) + "[]");
    return new Reading(problems, columns, notation, inner, optional);
  }

  void problem(YamlNode node, String message) {
    problems.add(node.problem(message));
  }

  void add(FileProblem problem) {
    problems.add(problem);
  }

  /** Notes that a column is read. */
  void reads(Reference reference, YamlNode node) {
    if (reference.out() > levels.size()) {
      problem(
          node, "'" + reference.columns() + "' looks further out than the record; leave out ../");
      return;
    }
    columns.add(new Column(path(reference), node.place(), optional));
  }

  private String path(Reference reference) {
    int depth = levels.size() - reference.out();
    String around = depth > 0 ? levels.get(depth - 1) : "";
    if (reference.name().equals(".")) {
      return around;
    }
    return around.isEmpty() ? reference.name() : around + "." + reference.name();
  }
}

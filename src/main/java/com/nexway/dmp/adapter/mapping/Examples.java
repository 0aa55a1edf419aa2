package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples that stand in a mapping file. */
public final class Examples {
  private static final Validator VALIDATOR = new Validator();

  private Examples() {}

  /**
   * Maps the record of each example and compares.
   *
   * @return what differs, property by property, each at its place in the file; empty where all
   *     examples hold
   */
  public static List<FileProblem> run(Mapping mapping) {
    List<FileProblem> problems = new ArrayList<>();
    for (Example example : mapping.examples()) {
      run(example, mapping, problems);
    }
    return problems;
  }

  private static void run(Example example, Mapping mapping, List<FileProblem> problems) {
    Trace trace = new Trace();
    Draft draft =
        new Drafting(example.record(), mapping, new SuppressedAddresses(List.of()), trace).draft();
    if (draft instanceof Draft.Skipped skipped) {
      if (example.event() != null) {
        problems.add(
            example.node().problem("the record of the example is skipped: " + skipped.reason()));
      }
      return;
    }
    if (draft instanceof Draft.Refused refused) {
      tell(refused.problems(), example, problems);
      return;
    }
    Event event = ((Draft.Ready) draft).event();
    if (example.event() == null || example.written() == null) {
      problems.add(
          example.node().problem("the record of the example is not skipped, but makes an event"));
      return;
    }
    ObjectNode actual = event.json().deepCopy();
    if (event.acquired() != null) {
      actual.withObject("/_meta").put("dataAcquisitionTime", event.acquired());
    }
    List<Difference> differences = Difference.between(example.event(), actual);
    for (Difference difference : differences) {
      problems.add(problem(difference, example.written(), trace));
    }
    if (differences.isEmpty()) {
      tell(VALIDATOR.violations(event.json()), example, problems);
    }
  }

  private static FileProblem problem(Difference difference, YamlNode written, Trace trace) {
    String column = trace.of(difference.pointer());
    return at(difference.pointer(), written)
        .problem(
            difference.pointer()
                + (difference.one() == null
                    ? " is not in the example"
                    : " is " + Difference.shown(difference.one()) + " in the example")
                + (difference.other() == null
                    ? ", and the mapping leaves it out"
                    : ", and the mapping makes " + Difference.shown(difference.other()))
                + (column == null ? "" : " from column " + column));
  }

  /** The part of an example at a pointer, or what is nearest around it. */
  private static YamlNode at(String pointer, YamlNode written) {
    YamlNode node = written;
    for (String step : pointer.substring(1).split("/")) {
      if (node instanceof YamlNode.Fields fields) {
        node = fields.entries().getOrDefault(step, node);
      } else if (node instanceof YamlNode.Items list
          && Integer.parseInt(step) < list.items().size()) {
        node = list.items().get(Integer.parseInt(step));
      }
    }
    return node;
  }

  private static void tell(List<Problem> found, Example example, List<FileProblem> problems) {
    for (Problem problem : found) {
      if (problem.isError()) {
        problems.add(
            example
                .node()
                .problem(
                    "the example: "
                        + problem.pointer()
                        + (problem.column() == null ? "" : ", from column " + problem.column())
                        + ": "
                        + problem.message()));
      }
    }
  }
}

package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.yaml.FileProblem;
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
    int before = problems.size();
    new Difference(trace, problems).compare("", example.written(), example.event(), actual);
    if (problems.size() == before) {
      tell(VALIDATOR.violations(event.json()), example, problems);
    }
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

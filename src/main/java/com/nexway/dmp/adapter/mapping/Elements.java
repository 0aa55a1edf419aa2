package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.record.Problem;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Adds elements to an array of the event.
 *
 * <p>Mapping is kinder than validation: an element that the event can do without and that is not
 * complete, such as an address without a zipcode, is left out with a warning, and the order goes.
 * One whose columns are all empty, such as the row of a LEFT JOIN without a right side, is none,
 * whatever {@code default:} would make of it.
 *
 * @param target the array
 */
record Elements(Property target) {
  void add(ArrayNode array, Rule rule, Scope scope, Pass pass) {
    int problems = pass.problems().size();
    int taken = pass.taken();
    int looked = pass.looked();
    pass.enter(array.size());
    JsonNode element = rule.render(scope, pass);
    if (pass.looked() > looked && pass.taken() == taken) {
      pass.takeBack(problems);
    } else if (canBeLeftOut() && !complete(element, problems, pass)) {
      leftOut(element, problems, pass);
    } else if (element != null) {
      array.add(element);
    }
    pass.leave();
  }

  private boolean complete(@Nullable JsonNode element, int problems, Pass pass) {
    return element == null ? pass.problems().size() == problems : missing(element).isEmpty();
  }

  private void leftOut(@Nullable JsonNode element, int problems, Pass pass) {
    Problem first = pass.takeBack(problems);
    pass.reading(first == null ? null : first.column(), null);
    pass.about(
        "left out"
            + (element == null ? "" : ", since it has no " + missing(element))
            + (first == null ? "" : ": " + first.message()));
  }

  private boolean canBeLeftOut() {
    return target.path().startsWith("user.") || target.name().equals("packshots");
  }

  private String missing(JsonNode element) {
    StringJoiner missing = new StringJoiner(" and no ");
    if (target.item() != null && element.isObject()) {
      for (Property member : target.item().members().values()) {
        if (member.mandatory() && !element.has(member.name())) {
          missing.add(member.name());
        }
      }
    }
    return missing.toString();
  }
}

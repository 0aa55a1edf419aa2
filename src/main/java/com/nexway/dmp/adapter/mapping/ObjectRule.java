package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Property;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object of the event.
 *
 * @param target what it is in the document
 * @param when on what it depends; null where it is always made
 * @param members its properties, in the document's order
 */
record ObjectRule(Property target, @Nullable Condition when, List<Member> members) implements Rule {
  /** One property of an object. */
  record Member(String name, Rule rule) {}

  @Override
  public @Nullable ObjectNode render(Scope scope, Pass pass) {
    if (when != null && !when.holds(scope, pass)) {
      return null;
    }
    ObjectNode object = new ObjectNode(JsonNodeFactory.instance);
    for (Member member : members) {
      pass.enter(member.name());
      JsonNode value = member.rule().render(scope, pass);
      pass.leave();
      if (value != null) {
        object.set(member.name(), value);
      }
    }
    return object.isEmpty() ? null : object;
  }

  /** The rule that makes one of its properties; null where there is none. */
  @Nullable Rule member(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.rule();
      }
    }
    return null;
  }

  /** Those of its mandatory properties: where the object is missing, they are empty. */
  @Override
  public @Nullable String columns() {
    String columns =
        members.stream()
            .filter(member -> isMandatory(member.name()))
            .map(member -> member.rule().columns())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return columns.isEmpty() ? null : columns;
  }

  private boolean isMandatory(String name) {
    Property member = target.members().get(name);
    return member != null && member.mandatory();
  }
}

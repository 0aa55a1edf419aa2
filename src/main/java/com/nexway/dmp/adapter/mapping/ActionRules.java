package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event needs for the action that it is about, told when the mapping is loaded. */
final class ActionRules {
  private ActionRules() {}

  /** The action of all events that an event's rules can make; empty where there are several. */
  static String only(ObjectRule event) {
    Rule action = event.member("action");
    Set<String> actions = new LinkedHashSet<>();
    if (action != null) {
      collect(action, actions);
    }
    Set<String> kinds = actions.stream().map(Event::kind).collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.iterator().next() : "";
  }

  static void check(ObjectRule event, YamlNode.Fields written, Reading reading) {
    Rule action = member(event, "action");
    Set<String> actions = new LinkedHashSet<>();
    if (action != null) {
      collect(action, actions);
    }
    Set<String> told = new LinkedHashSet<>();
    for (String about : actions) {
      String object = EventDocument.document().about(about).orElse(null);
      if (object != null && !written.entries().containsKey(object) && told.add(object)) {
        reading.add(
            written.problemAt(
                "action",
                "an event with the action '"
                    + about
                    + "' needs "
                    + object
                    + ", which is not mapped"));
      }
    }
    Rule items = member(member(event, "cart"), "items");
    if (actions.contains("cart") && items != null && !hasPackshots(items)) {
      reading.add(
          written.problemAt(
              "cart",
              "cart.items.product.packshots is not mapped, and the DMP refuses"
                  + " a cart without pictures of its products"));
    }
  }

  private static void collect(Rule rule, Set<String> actions) {
    if (rule instanceof Constant constant) {
      JsonNode json = constant.json();
      actions.add(json.asText());
    } else if (rule instanceof Leaf leaf) {
      if (leaf.table() != null) {
        leaf.table().endings().forEach(ending -> collect(ending, actions));
      }
      collect(leaf.otherwise(), actions);
      collect(leaf.whenEmpty(), actions);
    }
  }

  private static void collect(Ending ending, Set<String> actions) {
    if (ending instanceof Ending.Gives gives) {
      collect(gives.rule(), actions);
    }
  }

  private static boolean hasPackshots(Rule items) {
    if (items instanceof Each each) {
      return member(member(each.rule(), "product"), "packshots") != null;
    }
    return !(items instanceof ListRule list)
        || list.entries().stream()
            .allMatch(entry -> member(member(entry.rule(), "product"), "packshots") != null);
  }

  private static @Nullable Rule member(@Nullable Rule rule, String name) {
    return rule instanceof ObjectRule object ? object.member(name) : null;
  }
}

package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a value in an Event must look like. */
sealed interface Shape {

  /** Adds a reason for everything below {@code pointer} that is not as it must be. */
  void check(JsonNode value, String pointer, Reasons reasons);

  /** One member of an object. */
  record Member(String name, boolean mandatory, Shape shape) {}

  static Member must(String name, Shape shape) {
    return new Member(name, true, shape);
  }

  static Member may(String name, Shape shape) {
    return new Member(name, false, shape);
  }

  static Shape object(Member... members) {
    Map<String, Member> byName = new LinkedHashMap<>();
    for (Member member : members) {
      byName.put(member.name(), member);
    }
    return new Members(byName);
  }

  static Shape listOf(Shape element) {
    return new Elements(element);
  }

  static Shape oneOf(String... words) {
    List<String> all = Arrays.asList(words);
    return new Value("one of " + all, value -> value.isTextual() && all.contains(value.asText()));
  }

  static Shape value(String expected, Predicate<JsonNode> fits) {
    return new Value(expected, fits);
  }

  /** A value without parts. */
  record Value(String expected, Predicate<JsonNode> fits) implements Shape {
    private static final int SHOWN = 60;

    @Override
    public void check(JsonNode value, String pointer, Reasons reasons) {
      if (!fits.test(value)) {
        String text = value.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        reasons.add(pointer, "must be " + expected + ", got " + shown);
      }
    }
  }

  /** A list whose elements are all alike. */
  record Elements(Shape element) implements Shape {
    @Override
    public void check(JsonNode value, String pointer, Reasons reasons) {
      if (!value.isArray()) {
        reasons.add(pointer, "must be a list");
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        element.check(value.get(i), pointer + "/" + i, reasons);
      }
    }
  }

  /** An object that has its mandatory members and no others than the named ones. */
  record Members(Map<String, Member> byName) implements Shape {
    @Override
    public void check(JsonNode value, String pointer, Reasons reasons) {
      if (!value.isObject()) {
        reasons.add(pointer, "must be an object");
        return;
      }
      for (Member member : byName.values()) {
        if (member.mandatory() && !value.has(member.name())) {
          reasons.add(pointer + "/" + member.name(), "is mandatory");
        }
      }
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String at = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
        Member member = byName.get(entry.getKey());
        if (member == null) {
          reasons.add(at, "is not a property of the document");
        } else {
          member.shape().check(entry.getValue(), at, reasons);
        }
      }
    }
  }
}

package com.nexway.dmp.adapter.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of the Event document.
 *
 * @param path its path as the document prints it, such as {@code user.addresses[].zipcode}; empty
 *     for the event itself; an element of an array has the array's path
 * @param name its last part, without brackets
 * @param kind its documented type
 * @param need whether its object can be without it
 * @param meaning what it tells, in words that go on from "order.id is missing: "
 * @param values the values it may take, as printed; empty where it is free
 * @param range of a number, the least and the most; null elsewhere
 * @param members of an object, its properties by name, in the document's order
 * @param item of an array, what each of its elements is; null elsewhere
 */
public record Property(
    String path,
    String name,
    Kind kind,
    Need need,
    String meaning,
    List<String> values,
    @Nullable Range range,
    Map<String, Property> members,
    @Nullable Property item) {

  /** What happens where a property is absent (reading.md's table). */
  public enum Need {
    /** Its object is refused without it. */
    MANDATORY,
    /** Its object is sent without it, with a warning. */
    EXPECTED,
    OPTIONAL
  }

  /** Whether its object is refused without it. */
  public boolean mandatory() {
    return need == Need.MANDATORY;
  }

  /** Whether the value is a moment in seconds since 1970-01-01 UTC. */
  public boolean isTime() {
    return kind == Kind.INT64;
  }

  /** Whether the value is a ratio from 0 to 1, such as {@code VATRate}. */
  public boolean isRatio() {
    return range != null && range.equals(Range.RATIO);
  }
}

package com.nexway.dmp.adapter.event;

import java.util.List;
import java.util.Map;

/**
 * One property of the Event document.
 *
 * @param path its path as the document prints it, such as {@code user.addresses[].zipcode}; empty
 *     for the event itself
 * @param name its last part, without brackets
 * @param kind its documented type
 * @param mandatory whether its object is refused without it (reading.md's table)
 * @param values the values it may take, as printed; empty where it is free
 * @param members of an object, its properties by name
 * @param item of an array, what each of its elements is; null elsewhere
 */
public record Property(
    String path,
    String name,
    Kind kind,
    boolean mandatory,
    List<String> values,
    Map<String, Property> members,
    @org.jspecify.annotations.Nullable Property item) {

  /** Whether the value is a moment in seconds since 1970-01-01 UTC. */
  public boolean isTime() {
    return kind == Kind.INT64;
  }

  /** Whether the value is a ratio from 0 to 1, such as {@code VATRate}. */
  public boolean isRatio() {
    return name.equals("VATRate") || name.equals("discountRate");
  }
}

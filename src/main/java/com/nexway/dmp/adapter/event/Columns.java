package com.nexway.dmp.adapter.event;

import org.jspecify.annotations.Nullable;

/**
 * Which column or path of the source a property of an event came from. One serves all events of a
 * mapping: it is asked only where something is wrong.
 */
@FunctionalInterface
public interface Columns {
  /** For events that no mapping made. */
  Columns UNKNOWN = pointer -> null;

  /**
   * The source's column or path behind a JSON pointer of the event, such as {@code
   * /order/items/0/quantity}; null where there is none.
   */
  @Nullable String of(String pointer);
}

package com.nexway.dmp.adapter.record;

import java.util.List;
import java.util.Map;

/**
 * A part of a source that could not be read as a record, such as a CSV line with a quote too many.
 *
 * @param origin where it stands
 * @param raw its text as it was read, cut at a limit
 * @param problems what is wrong with it, and what to write instead
 * @param rows its rows as far as they could be told apart; empty where there are none
 */
public record Unreadable(
    Origin origin, String raw, List<Problem> problems, List<Map<String, Object>> rows) {

  /** A part that has no rows. */
  public Unreadable(Origin origin, String raw, List<Problem> problems) {
    this(origin, raw, problems, List.of());
  }
}

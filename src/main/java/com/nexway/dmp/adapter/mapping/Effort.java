package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one expression may cost for one record, so that no record holds up the others: about a
 * second at most, counted in steps of some 10 ns.
 *
 * <p>A turn of a loop costs as much as the longest text or list of the record beside its own work,
 * since it may copy that.
 */
final class Effort {
  /** 500,000 turns of a loop over a plain record; one loop in another over some 420 elements. */
  private static final long MOST = 100_000_000;

  private static final long TURN = 200;
  private static final ThreadLocal<@Nullable Effort> CURRENT = new ThreadLocal<>();

  private final long turn;
  private long left = MOST;

  private Effort(long turn) {
    this.turn = turn;
  }

  /** Does something with a record that may cost so much. */
  static <T> T limited(JsonNode record, Supplier<T> work) {
    CURRENT.set(new Effort(TURN + longest(record)));
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * Counts the turns of a loop before it begins.
   *
   * @throws JsltException where that is too much
   */
  static void loop(int turns) {
    Effort current = CURRENT.get();
    if (current != null) {
      current.spend(turns * current.turn);
    }
  }

  /**
   * Counts single steps.
   *
   * @throws JsltException where that is too much
   */
  static void steps(long steps) {
    Effort current = CURRENT.get();
    if (current != null) {
      current.spend(steps);
    }
  }

  private void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new JsltException("it takes too long: the record has too many or too long values");
    }
  }

  /** The length of a text, or the size of a list or an object. */
  static int size(JsonNode value) {
    return value.isTextual() ? value.textValue().length() : value.size();
  }

  private static long longest(JsonNode value) {
    long longest = size(value);
    for (JsonNode each : value) {
      longest = Math.max(longest, longest(each));
    }
    return longest;
  }
}

package com.nexway.dmp.adapter.delivery;

import java.util.List;

/** What may be sent now. */
public sealed interface Turn {
  /** Nothing, unless something happens before {@code until} (milliseconds; may be for ever). */
  record Rest(long until) implements Turn {}

  /**
   * Events in their usual order.
   *
   * @param most how many
   * @param others how many of them may be other than live events that were never tried
   * @param alone whether one of those that were out at ends of the process may go beside them
   */
  record Flow(int most, int others, boolean alone) implements Turn {
    /** The same, of fewer. */
    public Flow atMost(int number) {
      return new Flow(Math.min(number, most), Math.min(number, others), alone);
    }
  }

  /**
   * One event, as a probe: the first of {@code picks} that there is.
   *
   * @param until when there may be more to pick from
   */
  record Probe(List<Pick> picks, long until) implements Turn {}

  /** Which event is a probe. */
  enum Pick {
    /** One that has just arrived, of a customer who has not failed. */
    NEWCOMER,
    /** The last delivered body, once more. */
    DELIVERED,
    /** The next waiting one of a customer who has not failed. */
    UNTRIED,
    /** One that was out at ends of the process. */
    ALONE,
    /** The one whose failure is longest ago. */
    FAILED,
    /** The next in the usual order. */
    NEXT
  }
}

package com.nexway.dmp.adapter.delivery;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What tells whether a failing event is to blame: which other customers' events were taken since,
 * and how many different customers failed with none taken between.
 */
final class Evidence {
  /** So many events are remembered that were slowed down. */
  private static final int SLOWED = 1_000;

  private record Slowed(int times, long tick) {}

  private String customer = "";
  private long begun;

  /** When the last taken event of any customer but {@link #customer} began. */
  private long begunOfOthers;

  private long takenAt;
  private final Set<String> failing = new HashSet<>();
  private final Map<Long, Slowed> slowed = new LinkedHashMap<>();

  /** A new event was taken, whose request began at {@code tick}. */
  void taken(String of, long tick, long now) {
    if (!of.equals(customer)) {
      begunOfOthers = Math.max(begun, begunOfOthers);
      begun = 0;
      customer = of;
    }
    begun = Math.max(begun, tick);
    takenAt = now;
    failing.clear();
  }

  /** Whether a taken event of a customer other than {@code of} began after {@code failed}. */
  boolean tells(String of, long failed) {
    return (of.equals(customer) ? begunOfOthers : Math.max(begun, begunOfOthers)) > failed;
  }

  /** One of the customer's events failed. */
  void failed(String of) {
    if (failing.size() < Blame.MANY) {
      failing.add(of);
    }
  }

  /** How many customers' events failed since the last was taken, up to {@link Blame#MANY}. */
  int failing() {
    return failing.size();
  }

  /**
   * An event was told to come back later.
   *
   * @return how often that happened, each time after another event was taken
   */
  int slowed(long id, long tick) {
    Slowed before = slowed.remove(id);
    boolean between = before != null && takenAt > before.tick;
    int times = before == null ? 1 : between ? before.times + 1 : before.times;
    slowed.put(id, new Slowed(times, tick));
    if (slowed.size() > SLOWED) {
      slowed.remove(slowed.keySet().iterator().next());
    }
    return times;
  }

  void forget(long id) {
    slowed.remove(id);
  }
}

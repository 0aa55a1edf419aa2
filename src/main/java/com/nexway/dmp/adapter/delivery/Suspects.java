package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that failed without a clear answer, until another customer's event tells why. */
final class Suspects {
  private final Map<Long, Suspect> byEntry = new LinkedHashMap<>();

  /** How often each event failed in a row; kept while it is tried again. */
  private final Map<Long, Integer> failures = new HashMap<>();

  private record Suspect(Outcome.Unclear outcome, long turn) {}

  /**
   * @param turn when it failed
   * @return how often it has failed in a row
   */
  int add(Outcome.Unclear outcome, long turn) {
    long id = outcome.entry().id();
    byEntry.put(id, new Suspect(outcome, turn));
    return failures.merge(id, 1, Integer::sum);
  }

  /** The event is being tried again: that try decides. */
  void triedAgain(Entry entry) {
    byEntry.remove(entry.id());
  }

  /** The event has its answer. */
  void cleared(Entry entry) {
    byEntry.remove(entry.id());
    failures.remove(entry.id());
  }

  /** Takes out the events that failed before {@code turn}: another's was taken after it. */
  List<Outcome.Unclear> toBlame(long turn) {
    List<Outcome.Unclear> blamed = new ArrayList<>();
    for (Iterator<Suspect> all = byEntry.values().iterator(); all.hasNext(); ) {
      Suspect suspect = all.next();
      if (suspect.turn() < turn) {
        all.remove();
        failures.remove(suspect.outcome().entry().id());
        blamed.add(suspect.outcome());
      }
    }
    return blamed;
  }

  /** Whether another customer's event had failed when the request of {@code turn} began. */
  boolean anotherBefore(long turn, String customer) {
    return byEntry.values().stream()
        .anyMatch(s -> s.turn() < turn && !s.outcome().entry().customer().equals(customer));
  }

  /** How many customers have an event here. */
  long customers() {
    return byEntry.values().stream().map(s -> s.outcome().entry().customer()).distinct().count();
  }

  boolean isEmpty() {
    return byEntry.isEmpty();
  }

  void clear() {
    byEntry.clear();
    failures.clear();
  }
}

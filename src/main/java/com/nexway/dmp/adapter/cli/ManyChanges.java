package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.mapping.Change;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** Shows the first records that an edited mapping changes, and counts the others by property. */
final class ManyChanges {
  private static final int SHOWN = 10;

  private final PrintWriter out;
  private final Map<String, Integer> others = new TreeMap<>();
  private int differ;
  private int requests;

  ManyChanges(PrintWriter out) {
    this.out = out;
  }

  void add(Change change) {
    if (!change.lines().isEmpty()) {
      differ++;
      if (differ > SHOWN) {
        change.subjects().forEach(subject -> others.merge(subject, 1, Integer::sum));
      } else {
        change.lines().forEach(out::println);
      }
    }
    requests += change.costsRequest() ? 1 : 0;
  }

  /** The sum of all that were compared. */
  void sum(int all) {
    if (differ > SHOWN) {
      out.println("and " + Endings.counted(differ - SHOWN) + " more; in how many of them:");
      others.forEach((subject, count) -> out.printf("  %6d  %s%n", count, subject));
    }
    out.printf("%s, %d differ, %d the same%n", Endings.counted(all), differ, all - differ);
    out.printf("If all were sent again: %d request%s%n", requests, requests == 1 ? "" : "s");
  }
}

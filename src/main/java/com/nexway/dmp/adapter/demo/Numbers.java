package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.outbox.Count;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The adapter's numbers, as a line and as a table. */
final class Numbers {
  private static final Set<String> WAITING = Set.of("waiting", "retrying");
  private static final List<String> COLUMNS =
      List.of("delivered", "duplicate", "dead", "waiting", "skipped", "unchanged", "stale");
  private static final String HEAD = "  %-12s %6s  %9s  %9s  %6s  %7s  %7s  %9s  %6s%n";

  private final Map<String, Map<String, Long>> bySource = new TreeMap<>();

  Numbers(List<Count> counts) {
    for (Count count : counts) {
      String what = WAITING.contains(count.what()) ? "waiting" : count.what();
      bySource
          .computeIfAbsent(count.source(), source -> new TreeMap<>())
          .merge(what, count.number(), Long::sum);
    }
  }

  long total(String what) {
    return bySource.values().stream().mapToLong(one -> one.getOrDefault(what, 0L)).sum();
  }

  /** All records that were read: each has come to one of the endings, or waits. */
  long read() {
    return bySource.values().stream().mapToLong(Numbers::read).sum();
  }

  private static long read(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  String line() {
    return "read %4d  delivered %4d  duplicate %2d  dead %2d  waiting %4d"
        .formatted(read(), total("delivered"), total("duplicate"), total("dead"), total("waiting"));
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        HEAD.formatted(
            "source",
            "read",
            "delivered",
            "duplicate",
            "dead",
            "waiting",
            "skipped",
            "unchanged",
            "stale"));
    bySource.forEach((source, numbers) -> row(table, source, numbers));
    return table.toString();
  }

  private static void row(StringBuilder table, String source, Map<String, Long> numbers) {
    Object[] cells = new Object[COLUMNS.size() + 2];
    cells[0] = source;
    cells[1] = read(numbers);
    for (int i = 0; i < COLUMNS.size(); i++) {
      cells[i + 2] = numbers.getOrDefault(COLUMNS.get(i), 0L);
    }
    table.append(HEAD.formatted(cells));
  }
}

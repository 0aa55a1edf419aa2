package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.outbox.Count;
import com.nexway.dmp.adapter.outbox.Counted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The adapter's numbers, as a line and as a table. */
public final class Numbers {
  private static final Set<Counted> WAITING = Set.of(Counted.WAITING, Counted.RETRYING);
  private static final List<String> COLUMNS =
      List.of("read", "delivered", "duplicate", "dead", "waiting", "skipped", "unchanged", "stale");
  private static final String HEAD = "  %-12s %6s  %9s  %9s  %6s  %7s  %7s  %9s  %6s%n";

  private final Map<String, Map<String, Long>> bySource = new TreeMap<>();

  public Numbers(List<Count> counts) {
    for (Count count : counts) {
      String what = WAITING.contains(count.what()) ? "waiting" : count.what().toString();
      bySource
          .computeIfAbsent(count.source(), source -> new TreeMap<>())
          .merge(what, count.number(), Long::sum);
    }
  }

  /** The sum of a number over all sources. */
  public long total(String what) {
    return bySource.values().stream().mapToLong(one -> one.getOrDefault(what, 0L)).sum();
  }

  /** The sums of all sources. */
  public String line() {
    return "read %4d  delivered %4d  duplicate %2d  dead %2d  waiting %4d"
        .formatted(
            total("read"), total("delivered"), total("duplicate"), total("dead"), total("waiting"));
  }

  /** A line for each source. */
  public String table() {
    StringBuilder table = new StringBuilder(HEAD.formatted(cells("source", what -> what)));
    bySource.forEach(
        (source, numbers) ->
            table.append(HEAD.formatted(cells(source, what -> numbers.getOrDefault(what, 0L)))));
    return table.toString();
  }

  private static Object[] cells(String first, Function<String, Object> cell) {
    return Stream.concat(Stream.of(first), COLUMNS.stream().map(cell)).toArray();
  }
}

package com.nexway.dmp.adapter.http;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All connections of a port. When there are too many, in all or of one address, the one that has
 * waited longest for its head is closed, never the newcomer, unless all others are at work.
 */
final class Visitors {
  /** Who goes first when somebody must. */
  private static final List<Stage> SPARED_LEAST =
      List.of(Stage.HEAD, Stage.LINGER, Stage.ANSWER, Stage.BODY);

  private final int most;
  private final int perAddress;
  private final Map<Stage, Set<Visitor>> byStage = new EnumMap<>(Stage.class);
  private final Map<String, Set<Visitor>> byAddress = new HashMap<>();
  private int all;

  Visitors(int most, int perAddress) {
    this.most = most;
    this.perAddress = perAddress;
    for (Stage stage : Stage.values()) {
      byStage.put(stage, new LinkedHashSet<>());
    }
  }

  /**
   * A connection was opened. Others may be closed for it, or it itself.
   *
   * @param address what it is counted under; null where it is not
   */
  void arrived(Visitor visitor, @Nullable String address) {
    all++;
    stage(Stage.HEAD).add(visitor);
    if (address != null) {
      Set<Visitor> same = byAddress.computeIfAbsent(address, key -> new LinkedHashSet<>());
      same.add(visitor);
      if (same.size() > perAddress) {
        longestWaiting(same, visitor).cut("one address has too many connections");
      }
    }
    if (all > most) {
      longestWaiting(null, visitor).cut("there are too many connections at once");
    }
  }

  private Visitor longestWaiting(@Nullable Set<Visitor> among, Visitor newcomer) {
    for (Stage stage : SPARED_LEAST) {
      for (Visitor visitor : stage(stage)) {
        if (visitor != newcomer && (among == null || among.contains(visitor))) {
          return visitor;
        }
      }
    }
    return newcomer;
  }

  /** A connection goes on from one stage to another, as the last of those that are there. */
  void moved(Visitor visitor, Stage from, Stage to) {
    stage(from).remove(visitor);
    stage(to).add(visitor);
  }

  /** A connection is closed. */
  void left(Visitor visitor, Stage from, @Nullable String address) {
    if (stage(from).remove(visitor)) {
      all--;
      if (address != null) {
        byAddress.computeIfPresent(
            address,
            (key, same) -> {
              same.remove(visitor);
              return same.isEmpty() ? null : same;
            });
      }
    }
  }

  /** How many there are. */
  int count() {
    return all;
  }

  /** How many are between the end of a head and the end of its answer. */
  int busy() {
    return stage(Stage.BODY).size() + stage(Stage.WORK).size() + stage(Stage.ANSWER).size();
  }

  private Set<Visitor> stage(Stage stage) {
    return byStage.getOrDefault(stage, Set.of());
  }
}

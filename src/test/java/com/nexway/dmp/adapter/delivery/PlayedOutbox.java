package com.nexway.dmp.adapter.delivery;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Earlier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outbox's order of claims, in memory, for histories that last for days. */
final class PlayedOutbox {
  private static final long ALONE_AFTER = 60_000;
  private static final int EVERY = 10;
  private static final int RETRY_TURN = 3;
  private static final int BACKFILL_TURN = 8;

  final List<WaitingEvent> all = new ArrayList<>();
  final Set<String> kin = new HashSet<>();
  private final Map<String, Deque<WaitingEvent>> lines = new HashMap<>();
  private final TreeSet<WaitingEvent> live = byId();
  private final TreeSet<WaitingEvent> backfill = byId();
  private final TreeSet<WaitingEvent> retryLive = byDue();
  private final TreeSet<WaitingEvent> retryBackfill = byDue();
  private final TreeSet<WaitingEvent> alone = byId();
  private final TreeSet<WaitingEvent> failed =
      new TreeSet<>(
          comparing((WaitingEvent e) -> e.earlier.failed())
              .thenComparing(comparingLong(e -> e.id)));
  private final Map<Long, WaitingEvent> claimed = new LinkedHashMap<>();
  private int turn;

  private static TreeSet<WaitingEvent> byId() {
    return new TreeSet<>(comparingLong(e -> e.id));
  }

  private static TreeSet<WaitingEvent> byDue() {
    return new TreeSet<>(
        comparingLong((WaitingEvent e) -> e.due).thenComparing(comparingLong(e -> e.id)));
  }

  WaitingEvent accept(String customer, boolean live, long now) {
    WaitingEvent event = new WaitingEvent(all.size() + 1, customer, live, now);
    all.add(event);
    Deque<WaitingEvent> line = lines.computeIfAbsent(customer, c -> new ArrayDeque<>());
    line.add(event);
    if (line.size() == 1) {
      (live ? this.live : backfill).add(event);
    }
    return event;
  }

  /** The next in the usual order. */
  Optional<WaitingEvent> next(boolean others, long now) {
    List<TreeSet<WaitingEvent>> order = new ArrayList<>();
    if (others && turn == RETRY_TURN) {
      order.add(retryLive);
      order.add(retryBackfill);
    } else if (others && turn == BACKFILL_TURN) {
      order.add(backfill);
    }
    order.add(live);
    if (others) {
      order.addAll(List.of(retryLive, backfill, retryBackfill));
    }
    for (TreeSet<WaitingEvent> set : order) {
      if (!set.isEmpty() && (set == live || set == backfill || set.first().due <= now)) {
        turn = (turn + 1) % EVERY;
        return Optional.of(claim(set.first()));
      }
    }
    return Optional.empty();
  }

  Optional<WaitingEvent> pick(Turn.Pick pick, long now) {
    return switch (pick) {
      case NEWCOMER -> fresh(live, now).or(() -> fresh(backfill, now)).map(this::claim);
      case UNTRIED -> first(live).or(() -> first(backfill)).map(this::claim);
      case ALONE -> first(alone).filter(e -> e.due <= now).map(this::claim);
      case NEXT -> next(true, now);
      case FAILED ->
          failed.stream()
              .filter(e -> e.due <= now || e.earlier.counted() == 0 && e.earlier.hasFailed())
              .findFirst()
              .map(this::claim);
      case DELIVERED -> throw new IllegalArgumentException("it is in no outbox");
    };
  }

  private static Optional<WaitingEvent> first(TreeSet<WaitingEvent> set) {
    return set.stream().findFirst();
  }

  private static Optional<WaitingEvent> fresh(TreeSet<WaitingEvent> set, long now) {
    return set.descendingSet().stream()
        .limit(20)
        .filter(e -> now - e.arrived < Newcomers.FRESH.toMillis())
        .reduce((newer, older) -> older);
  }

  private WaitingEvent claim(WaitingEvent event) {
    List.of(live, backfill, retryLive, retryBackfill, alone, failed)
        .forEach(set -> set.remove(event));
    claimed.put(event.id, event);
    return event;
  }

  /** Live events that wait for their first request, or for its answer. */
  int firstTries() {
    long out = claimed.values().stream().filter(e -> e.live && e.sent == 1).count();
    return live.size() + (int) out;
  }

  boolean hasUntried() {
    return !live.isEmpty() || !backfill.isEmpty() || !alone.isEmpty();
  }

  boolean hasFailed() {
    return !failed.isEmpty() && failed.last().earlier.hasFailed();
  }

  OptionalLong nextDue(long now) {
    WaitingEvent present = new WaitingEvent(Long.MAX_VALUE, "", true, now);
    present.due = now;
    return Stream.concat(
            Stream.of(retryLive, retryBackfill).map(set -> set.higher(present)), alone.stream())
        .filter(event -> event != null && event.due > now)
        .mapToLong(event -> event.due)
        .min();
  }

  void settle(WaitingEvent event, Ruling ruling, long now) {
    if (claimed.remove(event.id) == null) {
      return;
    }
    if (ruling instanceof Ruling.Again again) {
      event.earlier = again.earlier();
      event.due = now + again.after().toMillis();
      event.putBack = true;
      retry(event);
    } else if (ruling instanceof Ruling.Done) {
      kin.remove(event.customer);
      over(event, null, now);
    } else if (ruling instanceof Ruling.Never never) {
      if (never.reason() == DeadLetter.Reason.EXHAUSTED) {
        kin.add(event.customer);
      }
      over(event, never.reason(), now);
    }
  }

  private void retry(WaitingEvent event) {
    (event.live ? retryLive : retryBackfill).add(event);
    failed.add(event);
  }

  void over(WaitingEvent event, DeadLetter.@Nullable Reason dead, long now) {
    claimed.remove(event.id);
    event.dead = dead;
    event.over = now;
    Deque<WaitingEvent> line = lines.get(event.customer);
    line.removeFirst();
    if (!line.isEmpty()) {
      (line.getFirst().live ? live : backfill).add(line.getFirst());
    }
  }

  /** The process has ended, and another one begins. */
  void restart(long now) {
    for (WaitingEvent event : List.copyOf(claimed.values())) {
      Earlier e = event.earlier;
      event.earlier = new Earlier(e.counted(), e.failed(), e.ends() + 1, true, e.saidHad());
      if (event.earlier.isAlone()) {
        event.due = now + ALONE_AFTER;
        alone.add(event);
      } else if (event.putBack) {
        retry(event);
      } else {
        (event.live ? live : backfill).add(event);
      }
    }
    claimed.clear();
  }
}

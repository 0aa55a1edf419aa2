package com.nexway.dmp.adapter.sandbox;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of all requests, and the requests themselves as far as the memory given to them goes. */
final class Ledger {
  private final long mostBytes;
  private final ArrayDeque<Received> remembered = new ArrayDeque<>();
  private final Map<Integer, Long> perStatus = new TreeMap<>();
  private final Map<String, Long> perAction = new TreeMap<>();
  private BusiestSecond busiest = new BusiestSecond();
  private long bytes;
  private long arrived;
  private long decided;
  private long taken;
  private long duplicates;
  private long lost;
  private long unanswered;
  private long firstArrival;
  private long lastArrival;

  Ledger(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Notes that a request's head has arrived. */
  synchronized void arrived(long nanos) {
    if (arrived++ == 0) {
      firstArrival = nanos;
    }
    lastArrival = nanos;
    busiest.add(nanos);
  }

  /** Notes what became of a request. */
  synchronized void decided(Decision decision, long nanos, byte[] hash, byte[] body) {
    int status = decision.status();
    if (decision.answered()) {
      perStatus.merge(status, 1L, Long::sum);
    } else if (!decision.taken()) {
      unanswered++;
    }
    if (decision.taken()) {
      taken++;
      lost += decision.answered() ? 0 : 1;
      if (!decision.action().isEmpty()) {
        perAction.merge(decision.action(), 1L, Long::sum);
      }
    }
    duplicates += decision.duplicate() ? 1 : 0;
    remember(new Received(++decided, nanos, status, decision.answered(), hash, body));
  }

  private void remember(Received received) {
    remembered.addLast(received);
    bytes += received.weight();
    while (bytes > mostBytes && !remembered.isEmpty()) {
      bytes -= remembered.removeFirst().weight();
    }
  }

  synchronized List<Received> remembered() {
    return List.copyOf(remembered);
  }

  synchronized Stats stats() {
    return new Stats(
        arrived,
        taken,
        duplicates,
        lost,
        unanswered,
        new TreeMap<>(perStatus),
        new TreeMap<>(perAction),
        busiest.most(),
        firstArrival,
        lastArrival);
  }

  synchronized void clear() {
    remembered.clear();
    perStatus.clear();
    perAction.clear();
    busiest = new BusiestSecond();
    bytes = arrived = decided = taken = duplicates = lost = unanswered = 0;
    firstArrival = lastArrival = 0;
  }
}

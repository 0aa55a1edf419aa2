package com.nexway.dmp.adapter.economy;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.outbox.Wanted;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A process that fills outboxes with more and more waiting rows, then measures in turns what one
 * event costs in each of them.
 */
final class WaitingRows implements AutoCloseable {
  private static final OutboxSettings SETTINGS = new OutboxSettings(Duration.ofMinutes(1), 0);
  private static final int ROUNDS = 15;
  private static final int EVENTS = 1_000;
  private static final int BATCH = 250;

  private final int rows;
  private final Outbox outbox;
  private final List<Long> accepting = new ArrayList<>();
  private final List<Long> claiming = new ArrayList<>();
  private final List<Long> settling = new ArrayList<>();
  private int next;

  private WaitingRows(int rows, Outbox outbox) {
    this.rows = rows;
    this.outbox = outbox;
    this.next = rows;
  }

  /**
   * Measures, and writes the figures.
   *
   * @param args the figures' name; then rows, URL, rows, URL …
   */
  public static void main(String[] args) {
    Figures figures = Figures.of(args[0]);
    List<WaitingRows> all = new ArrayList<>();
    for (int i = 1; i < args.length; i += 2) {
      all.add(filled(Integer.parseInt(args[i]), Location.of(args[i + 1]), figures));
    }
    for (int round = 0; round < ROUNDS; round++) {
      all.forEach(WaitingRows::measure);
    }
    all.forEach(waiting -> waiting.state(figures));
    all.forEach(WaitingRows::close);
    figures.write();
  }

  private static WaitingRows filled(int rows, Location location, Figures figures) {
    long begun = System.nanoTime();
    try (Outbox outbox = Outbox.open(location, SETTINGS, Clock.systemUTC())) {
      for (int first = 0; first < rows; first += EVENTS) {
        outbox.accept(Orders.history(first, EVENTS));
      }
    }
    long filled = System.nanoTime();
    Outbox outbox = Outbox.open(location, SETTINGS, Clock.systemUTC());
    figures
        .put("filled-with-" + rows, rows * 1e9 / (filled - begun), "rows/s")
        .put("open-at-" + rows, (System.nanoTime() - filled) / 1e6, "ms");
    return new WaitingRows(rows, outbox);
  }

  /** As many events in as out: the number of waiting rows stays. */
  private void measure() {
    outbox.lease().keep();
    Drafts fresh = Orders.live(numbers());
    long begun = System.nanoTime();
    outbox.accept(fresh);
    long accepted = System.nanoTime();
    List<List<Entry>> claims =
        IntStream.range(0, EVENTS / BATCH)
            .mapToObj(i -> outbox.claim(new Wanted.Next(BATCH, BATCH, false)))
            .toList();
    long claimed = System.nanoTime();
    claims.forEach(WaitingRows::mustBeFull);
    claims.forEach(claim -> outbox.settle(claim.stream().map(WaitingRows::delivered).toList()));
    accepting.add(accepted - begun);
    claiming.add(claimed - accepted);
    settling.add(System.nanoTime() - claimed);
  }

  private String[] numbers() {
    next += EVENTS;
    return IntStream.range(next - EVENTS, next).mapToObj(Integer::toString).toArray(String[]::new);
  }

  private static void mustBeFull(List<Entry> claim) {
    if (claim.size() != BATCH) {
      throw new IllegalStateException("claimed " + claim.size() + " of " + BATCH);
    }
  }

  private static Settlement delivered(Entry entry) {
    return new Settlement.Delivered(entry, false);
  }

  private void state(Figures figures) {
    figures
        .put("accept-at-" + rows, median(accepting), "µs/event")
        .put("claim-at-" + rows, median(claiming), "µs/event")
        .put("settle-at-" + rows, median(settling), "µs/event");
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(ROUNDS / 2) / 1e3 / EVENTS;
  }

  @Override
  public void close() {
    outbox.close();
  }
}

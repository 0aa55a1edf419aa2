package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Patience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sources, two processes and a sender at the same time. */
abstract class CrowdTests extends OnOutbox {
  private static final int SOURCES = 3;
  private static final int EACH = 60;

  CrowdTests(Place place) {
    super(place);
  }

  @Test
  void sources_of_two_processes_write_at_once_and_nothing_is_lost_or_left_behind()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SOURCES + 1);
    try (Outbox second = open(new Holder("there", 2, 2, ""))) {
      List<Future<Integer>> sources = new ArrayList<>();
      for (int i = 0; i < SOURCES; i++) {
        Outbox door = i == 0 ? second : outbox;
        sources.add(threads.submit(source("s" + i, door)));
      }
      Future<Map<String, Integer>> sent = threads.submit(this::sendAll);
      for (Future<Integer> source : sources) {
        assertThat(source.get()).isEqualTo(EACH);
      }
      assertThat(sent.get().values()).hasSize(SOURCES * EACH).containsOnly(1);
      assertThat(outbox.counts())
          .filteredOn(count -> count.what() == Counted.WAITING)
          .allMatch(count -> count.number() == 0);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Integer> source(String name, Outbox door) {
    return () -> {
      int queued = 0;
      for (int i = 0; i < EACH; i += 3) {
        Shop shop = Shop.source(name);
        for (int j = i; j < i + 3; j++) {
          shop.order("order:" + name + "-" + j, "c" + j % 5 + "@x.com", "x");
        }
        queued += door.accept(shop.batch()).queued();
      }
      return queued;
    };
  }

  private Map<String, Integer> sendAll() {
    Map<String, Integer> sent = new HashMap<>();
    long end = System.nanoTime() + Patience.LONG.toNanos();
    while (sent.size() < SOURCES * EACH && System.nanoTime() < end) {
      for (Entry entry : outbox.claim(next(4))) {
        sent.merge(entry.key(), 1, Integer::sum);
        deliver(entry);
      }
    }
    return sent;
  }
}

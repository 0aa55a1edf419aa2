package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DeadStreaks;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores endings in batches: what gathers while one transaction is committed, and for a moment
 * after it, is stored by the next one. So an idle outbox settles at once, and a busy one pays its
 * commit once for many.
 */
final class SettleQueue extends ServiceSupport implements CamelContextAware {
  private static final Logger LOG = LoggerFactory.getLogger(SettleQueue.class);
  private static final int MOST = 256;

  /** From one commit to the next, unless a full batch waits. */
  private static final Duration GATHERING = Duration.ofMillis(10);

  /** Wakes the thread for its end. */
  private static final Item NOTHING = new Item(List.of(), failure -> {});

  private static final Duration AGAIN = Duration.ofMillis(500);

  private final Outbox outbox;
  private final DeadStreaks streaks;
  private final StoreWatch watch;
  private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
  private @Nullable CamelContext context;
  private @Nullable ExecutorService thread;

  private record Item(List<Settlement> settlements, Consumer<@Nullable RuntimeException> done) {}

  SettleQueue(Outbox outbox, DeadStreaks streaks, StoreWatch watch) {
    this.outbox = outbox;
    this.streaks = streaks;
    this.watch = watch;
  }

  /**
   * @param done called after the commit, with null, or with what went wrong
   */
  void add(List<Settlement> settlements, Consumer<@Nullable RuntimeException> done) {
    waiting.add(new Item(settlements, done));
  }

  @Override
  protected void doStart() {
    ExecutorService single =
        getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadExecutor(this, "outbox settle");
    thread = single;
    single.execute(this::run);
  }

  @Override
  protected void doStop() {
    if (thread != null) {
      waiting.add(NOTHING);
      getCamelContext().getExecutorServiceManager().shutdownGraceful(thread);
      thread = null;
    }
  }

  private void run() {
    List<Item> batch = new ArrayList<>();
    long stored = System.nanoTime() - GATHERING.toNanos();
    while (isRunAllowed() || !waiting.isEmpty()) {
      try {
        batch.add(waiting.take());
        gather(batch, stored + GATHERING.toNanos());
        batch.removeIf(NOTHING::equals);
        store(batch);
        batch.clear();
        stored = System.nanoTime();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void gather(List<Item> batch, long until) throws InterruptedException {
    waiting.drainTo(batch, MOST - batch.size());
    long left = until - System.nanoTime();
    while (left > 0 && batch.size() < MOST && isRunAllowed()) {
      Item next = waiting.poll(left, TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
        waiting.drainTo(batch, MOST - batch.size());
      }
      left = until - System.nanoTime();
    }
  }

  private void store(List<Item> batch) throws InterruptedException {
    List<Settlement> all = batch.stream().flatMap(item -> item.settlements.stream()).toList();
    RuntimeException failure = stored(all);
    if (failure == null || batch.size() == 1) {
      batch.forEach(item -> end(item, failure));
      return;
    }
    // One that cannot be stored must not take the others with it.
    for (Item item : batch) {
      end(item, stored(item.settlements));
    }
  }

  /** Stores, waiting for the outbox as long as it takes; tells what else went wrong. */
  private @Nullable RuntimeException stored(List<Settlement> settlements)
      throws InterruptedException {
    while (true) {
      try {
        outbox.settle(settlements);
        watch.fine();
        pause(settlements);
        return null;
      } catch (StorageUnavailable e) {
        watch.unavailable(e);
        if (!isRunAllowed()) {
          return e;
        }
        TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
      } catch (RuntimeException e) {
        return e;
      }
    }
  }

  private void pause(List<Settlement> settlements) {
    DeadStreaks.Verdict verdict = streaks.after(settlements);
    for (DeadStreaks.Pause pause : verdict.pauses()) {
      LOG.error("Delivery of {} is paused: {}", pause.source(), pause.why());
      outbox.pause(pause.source(), pause.why());
    }
    for (String source : verdict.goingOn()) {
      LOG.warn("Delivery of {} goes on: the DMP took one of its events", source);
    }
  }

  private static void end(Item item, @Nullable RuntimeException failure) {
    try {
      item.done.accept(failure);
    } catch (RuntimeException e) {
      LOG.warn("An exchange did not end well after its settlement", e);
    }
  }

  @Override
  public void setCamelContext(@Nullable CamelContext context) {
    this.context = context;
  }

  @Override
  public CamelContext getCamelContext() {
    if (context == null) {
      throw new IllegalStateException("not in a Camel context");
    }
    return context;
  }
}

package com.nexway.dmp.adapter.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The shops while the adapter runs: one writes orders, one drops a file, one sends webhooks. */
final class ShopsAtWork implements AutoCloseable {
  private static final long ORDER_MILLIS = 80;
  private static final long WEBHOOK_MILLIS = 100;
  private static final long FILE_MILLIS = 1_500;
  private static final long LOOK_MILLIS = 50;
  private static final long FOREVER_MILLIS = 1_000;
  private static final int WORKERS = 3;

  private final ShopDatabase database;
  private final WebShop webShop;
  private final DemoHome home;
  private final Arrivals arrivals;
  private final boolean forever;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger done = new AtomicInteger();

  ShopsAtWork(
      ShopDatabase database, WebShop webShop, DemoHome home, Arrivals arrivals, boolean forever) {
    this.database = database;
    this.webShop = webShop;
    this.home = home;
    this.arrivals = arrivals;
    this.forever = forever;
  }

  void begin() {
    work("the shop's database", this::writeOrders);
    work("the web shop", this::sendWebhooks);
    work("the customers' file", this::dropFile);
  }

  /** Whether all that was planned is done; what goes on for ever does not count. */
  boolean done() {
    return done.get() == WORKERS;
  }

  /** What the shops could not do, in words. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void writeOrders() throws Exception {
    for (String order : database.newOrders()) {
      Thread.sleep(ORDER_MILLIS);
      database.commit(order);
    }
    for (String change : database.changes()) {
      // A change must find the order as it was already sent: only then are two events expected.
      while (!change.startsWith("--") && !arrivals.has(ShopDatabase.orderOf(change))) {
        Thread.sleep(LOOK_MILLIS);
      }
      database.commit(change);
    }
    done.incrementAndGet();
    while (forever) {
      Thread.sleep(FOREVER_MILLIS);
      database.orderAgain();
    }
  }

  private void sendWebhooks() throws Exception {
    webShop.sendForged();
    for (String webhook : webShop.webhooks()) {
      Thread.sleep(WEBHOOK_MILLIS);
      webShop.send(webhook);
    }
    done.incrementAndGet();
  }

  private void dropFile() throws Exception {
    Thread.sleep(FILE_MILLIS);
    home.dropCustomers();
    done.incrementAndGet();
  }

  /** A piece of work that may fail or be interrupted. */
  private interface Work {
    void run() throws Exception;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // its end is told by done and failures
  private void work(String who, Work work) {
    workers.submit(
        () -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Exception e) {
            failures.add(who + " could not go on: " + e.getMessage());
          }
        });
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package com.nexway.dmp.adapter.camel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.ThreadPool;

/**
 * The threads of schedules: made when a run falls due, and gone a while after it. Quartz' own ten
 * look twice a second each whether there is something to do. Quartz makes it by its name.
 */
public final class QuartzThreads implements ThreadPool {
  private static final int MOST = 10;
  private static final long IDLE_SECONDS = 5;

  /** A stop has waited for the routes before: what still hangs then is interrupted. */
  private static final Duration END = Duration.ofSeconds(1);

  private final Semaphore free = new Semaphore(MOST);
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST + 1, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), QuartzThreads::of);

  /** The component {@code quartz:} with such threads. */
  static QuartzComponent component() {
    QuartzComponent component = new QuartzComponent();
    component.setProperties(
        Map.of(
            StdSchedulerFactory.PROP_THREAD_POOL_CLASS, QuartzThreads.class.getName(),
            StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName()));
    return component;
  }

  private static Thread of(Runnable work) {
    Thread thread = new Thread(work, "schedule");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean runInThread(Runnable work) {
    try {
      free.acquireUninterruptibly();
      threads.execute(() -> run(work));
      return true;
    } catch (RejectedExecutionException e) {
      free.release();
      return false;
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } finally {
      free.release();
    }
  }

  @Override
  public int blockForAvailableThreads() {
    free.acquireUninterruptibly();
    int others = free.availablePermits();
    free.release();
    return others + 1;
  }

  @Override
  public void initialize() {
    // The threads come when there is work.
  }

  @Override
  public void shutdown(boolean waitForJobs) {
    threads.shutdown();
    try {
      if (waitForJobs && !threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int getPoolSize() {
    return MOST;
  }

  @Override
  public void setInstanceId(String id) {
    // There is one scheduler in a process.
  }

  @Override
  public void setInstanceName(String name) {
    // There is one scheduler in a process.
  }
}

package com.nexway.dmp.adapter.sandbox;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stand-in for the DMP: it keeps the rules of the Event document, counts, remembers, and on
 * request misbehaves.
 */
public final class Sandbox implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;

  private final SandboxOptions options;
  private final Vertx vertx;
  private final Judge judge;
  private final Ledger ledger;
  private final Faults faults = new Faults();
  private final AtomicInteger port = new AtomicInteger();

  private Sandbox(SandboxOptions options) {
    this.options = options;
    this.judge = new Judge(options);
    this.ledger = new Ledger(options.rememberedBytes());
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
  }

  /** Starts on a free port with {@link SandboxOptions#defaults}. */
  public static Sandbox start() throws IOException {
    return start(SandboxOptions.defaults());
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @throws IOException where the port cannot be had
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    Sandbox sandbox = new Sandbox(options);
    try {
      // Vert.x reads -1 as "any free port, the same for all servers".
      sandbox.open(options.port() == 0 ? -1 : options.port());
      return sandbox;
    } catch (CompletionException e) {
      sandbox.close();
      throw new IOException(
          "cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + ": "
              + (e.getCause() == null ? e : e.getCause()).getMessage(),
          e);
    }
  }

  private void open(int wanted) {
    vertx
        .deployVerticle(
            () -> new EventEndpoint(options, judge, faults, ledger, wanted, port::set),
            new DeploymentOptions().setInstances(EVENT_LOOPS))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** Where events are posted to. */
  public URI uri() {
    return URI.create("http://" + options.host() + ":" + port.get() + "/event");
  }

  /** How it misbehaves; nothing at the start. */
  public Faults faults() {
    return faults;
  }

  public Stats stats() {
    return ledger.stats();
  }

  /** The requests that are remembered, in the order in which they were decided. */
  public List<Received> received() {
    return ledger.remembered();
  }

  /** Forgets counts, requests and the bodies that were taken; the faults stay. */
  public void reset() {
    ledger.clear();
    judge.forget();
  }

  /** Stops listening; connections without an answer are closed. */
  @Override
  public void close() {
    CountDownLatch closed = new CountDownLatch(1);
    vertx.close().onComplete(done -> closed.countDown());
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

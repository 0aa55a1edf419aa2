package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.sandbox.Fault;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.sandbox.SandboxOptions;
import com.nexway.dmp.adapter.sandbox.Stats;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two shops, a file drop, a sandbox that fails now and then, and the adapter between them.
 *
 * <p>With {@code once} it ends when all that is expected has arrived, or says what has not.
 */
public final class Demo {
  private static final Duration LONGEST = Duration.ofSeconds(75);
  private static final Duration PROGRESS = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 200;

  private final Path folder;
  private final boolean once;
  private final PrintWriter out;
  private final Expectations expectations = new Expectations();

  /**
   * @param folder a home with the shipped files in it, the demo's alone
   * @param once whether it ends by itself
   * @param out where it tells what happens
   */
  public Demo(Path folder, boolean once, PrintWriter out) {
    this.folder = folder;
    this.once = once;
    this.out = out;
  }

  /**
   * Runs, and returns what differs from what was expected; an empty list where nothing does.
   *
   * @throws InterruptedException when it was asked to stop
   */
  public List<String> run(RunningAdapter.Start adapter) throws Exception {
    SandboxOptions options = SandboxOptions.defaults().withCredentials("demo", "demo");
    try (Sandbox sandbox = Sandbox.start(options);
        ShopDatabase database = new ShopDatabase("demo-" + ProcessHandle.current().pid())) {
      misbehave(sandbox);
      DemoHome home = DemoHome.in(folder, sandbox.uri(), database.url());
      try (RunningAdapter running = adapter.start(folder);
          ShopsAtWork shops =
              new ShopsAtWork(
                  database,
                  new WebShop(home.webhookAddress()),
                  home,
                  new Arrivals(sandbox),
                  !once)) {
        say("The adapter runs. " + where(home, sandbox));
        shops.begin();
        return watch(running, shops, sandbox, home);
      }
    }
  }

  /** Each time few enough to come right again soon. */
  private void misbehave(Sandbox sandbox) {
    sandbox
        .faults()
        .set(
            Fault.answer(503).retryAfter("1").every(130).times(once ? 3 : 0),
            Fault.lost().every(70).times(once ? 5 : 0),
            Fault.answer(500).every(45).times(once ? 8 : 0));
  }

  private List<String> watch(
      RunningAdapter adapter, ShopsAtWork shops, Sandbox sandbox, DemoHome home)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long told = start;
    boolean complete = false;
    while (!complete && (!once || System.nanoTime() - start < LONGEST.toNanos())) {
      Thread.sleep(LOOK_MILLIS);
      Numbers numbers = new Numbers(adapter.counts());
      complete = once && !shops.failures().isEmpty() || complete(shops, sandbox, home);
      if (complete || System.nanoTime() - told >= PROGRESS.toNanos()) {
        told = System.nanoTime();
        say("%3d s  %s".formatted((told - start) / 1_000_000_000, numbers.line()));
      }
    }
    List<String> differences = new ArrayList<>(shops.failures());
    differences.addAll(expectations.differences(sandbox.received(), home.deadLetters()));
    Numbers numbers = new Numbers(adapter.counts());
    if (numbers.total("waiting") != 0) {
      differences.add(numbers.total("waiting") + " events still wait to be sent");
    }
    say("\n" + numbers.table());
    say(sandbox(sandbox.stats()));
    return differences;
  }

  private boolean complete(ShopsAtWork shops, Sandbox sandbox, DemoHome home) throws IOException {
    return once
        && shops.done()
        && sandbox.stats().taken() >= expectations.count()
        && expectations.differences(sandbox.received(), home.deadLetters()).isEmpty();
  }

  private static String where(DemoHome home, Sandbox sandbox) {
    return """
        Where to look:
          its home             %s
          health, numbers      http://127.0.0.1:%d/health/ready  and  /metrics
          webhooks go to       %s
          the sandbox          %s  and  /_events"""
        .formatted(
            home.folder(),
            home.operations(),
            home.webhookAddress(),
            sandbox.uri().resolve("/_stats"));
  }

  private static String sandbox(Stats stats) {
    return """
        The sandbox took %d events. On the way it answered 503 %d times and 500 %d times, and lost %d answers
        (these events were sent again, and 429 told that they had been taken). At most %d requests came in one second.
        """
        .formatted(
            stats.taken(),
            stats.status(503),
            stats.status(500),
            stats.lost(),
            stats.busiestSecond());
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}

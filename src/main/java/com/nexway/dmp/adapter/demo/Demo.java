package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Misbehaviour;
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
  private static final Duration LONGEST = Duration.ofSeconds(65);
  private static final Duration PROGRESS = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 200;
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

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

  /** Starts the adapter on the home in the demo's folder, with no variable of the environment. */
  @FunctionalInterface
  public interface Start {
    RunningAdapter start() throws IOException;
  }

  /**
   * Runs, and returns what differs from what was expected; an empty list where nothing does.
   *
   * @throws InterruptedException when it was asked to stop
   */
  public List<String> run(Start adapter) throws Exception {
    SandboxOptions options = SandboxOptions.defaults().withCredentials("demo", "demo");
    try (Sandbox sandbox = Sandbox.start(options);
        ShopDatabase database = new ShopDatabase("demo-" + ProcessHandle.current().pid())) {
      misbehave(sandbox);
      DemoHome home = DemoHome.in(folder, sandbox.uri(), database.url());
      try (RunningAdapter running = adapter.start();
          ShopsAtWork shops = shops(database, running, home, sandbox)) {
        say("The adapter runs. " + where(home, running, sandbox));
        shops.begin();
        Scene scene = new Scene(running, shops, sandbox, home);
        watch(scene);
        return conclude(scene);
      }
    }
  }

  /** Who plays. */
  private record Scene(RunningAdapter adapter, ShopsAtWork shops, Sandbox sandbox, DemoHome home) {
    Numbers numbers() {
      return new Numbers(adapter.outbox().counts());
    }
  }

  private ShopsAtWork shops(
      ShopDatabase database, RunningAdapter running, DemoHome home, Sandbox sandbox) {
    WebShop webShop = new WebShop(DemoHome.webhookAddress(running));
    return new ShopsAtWork(database, webShop, home, new Arrivals(sandbox), !once);
  }

  /** Each time few enough to come right again soon. */
  private void misbehave(Sandbox sandbox) {
    sandbox
        .faults()
        .set(
            Misbehaviour.answer(503).retryAfter("1").every(130).times(once ? 3 : 0),
            Misbehaviour.lost().every(70).times(once ? 5 : 0),
            Misbehaviour.answer(500).every(45).times(once ? 8 : 0));
  }

  /** Tells now and then how it goes, until all is done, the time is up, or Ctrl-C. */
  private void watch(Scene scene) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long told = start;
    boolean ended = false;
    try {
      while (!ended) {
        Thread.sleep(LOOK_MILLIS);
        long now = System.nanoTime();
        Numbers numbers = scene.numbers();
        ended = once && (now - start >= LONGEST.toNanos() || over(scene, numbers));
        if (ended || now - told >= pause(now - start)) {
          told = now;
          say("%3d s  %s".formatted((now - start) / NANOS, numbers.line()));
        }
      }
    } catch (InterruptedException e) {
      if (once) {
        throw e;
      }
      say("The demo ends.");
    }
  }

  /** What goes on for hours is told less often. */
  private static long pause(long running) {
    return running < LONGEST.toNanos() ? PROGRESS.toNanos() : PROGRESS.toNanos() * 15;
  }

  private boolean over(Scene scene, Numbers numbers) throws IOException {
    return !scene.shops().failures().isEmpty()
        || scene.shops().done()
            && numbers.total("waiting") == 0
            && scene.sandbox().stats().taken() >= expectations.count()
            && differences(scene).isEmpty();
  }

  private List<String> conclude(Scene scene) throws IOException {
    Numbers numbers = scene.numbers();
    say("\n" + numbers.table());
    say(sandbox(scene.sandbox().stats()));
    List<String> differences = new ArrayList<>(scene.shops().failures());
    if (once) {
      differences.addAll(differences(scene));
      if (numbers.total("waiting") != 0) {
        differences.add(numbers.total("waiting") + " events still wait to be sent");
      }
    }
    if (once && differences.isEmpty()) {
      say(expectations.met());
    }
    return differences;
  }

  private List<String> differences(Scene scene) throws IOException {
    return expectations.differences(scene.sandbox().received(), scene.home().deadLetters());
  }

  private static String where(DemoHome home, RunningAdapter running, Sandbox sandbox) {
    return """
        Where to look:
          its home             %s
          health, numbers      http://127.0.0.1:%d/health  and  /metrics
          webhooks go to       %s
          the sandbox          %s  and  /_events"""
        .formatted(
            home.folder(),
            running.operationsPort(),
            DemoHome.webhookAddress(running),
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

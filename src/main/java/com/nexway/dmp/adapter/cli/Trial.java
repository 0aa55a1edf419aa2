package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.Drivers;
import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.demo.Numbers;
import com.nexway.dmp.adapter.files.WorkFolder;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.sandbox.SandboxOptions;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run that counts for nothing: the merchant's sources and mappings, a stand-in for the DMP, and
 * an outbox that goes with it. It ends when all that was there has been read and answered.
 */
final class Trial {
  private static final String USER = "trial";
  private static final String STOPPED = "The trial was stopped before its end.";
  private static final Duration PROGRESS = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 200;

  /** So many refused records are shown. */
  private static final int SHOWN = 20;

  /** With what the adapter itself takes to stop. */
  private static final int PATIENCE_SECONDS = 26;

  private final Home home;
  private final PrintWriter out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  Trial(Home home, PrintWriter out) {
    this.home = home;
    this.out = out;
  }

  /** Who takes part. */
  private record Scene(Home own, SourceFiles sources, Sandbox dmp, RunningAdapter adapter) {
    Numbers numbers() {
      return new Numbers(adapter.outbox().counts());
    }
  }

  /** Runs it; 0 where nothing is to be mended. */
  int run() throws IOException, InterruptedException {
    Configuration configuration = Configuration.read(home, environment());
    List<FileProblem> problems = configuration.problems();
    problems.forEach(out::println);
    AdapterSettings settings = configuration.settings();
    if (settings == null) {
      return 1;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "trial-stop"));
    boolean hadData = Files.exists(home.data());
    try {
      return run(configuration, settings) && problems.isEmpty() ? 0 : 1;
    } finally {
      if (!hadData) {
        removeEmpty(home.data().resolve("work"));
        removeEmpty(home.data());
      }
      out.flush();
      ended.countDown();
    }
  }

  private boolean run(Configuration configuration, AdapterSettings settings)
      throws IOException, InterruptedException {
    SourceFiles sources = configuration.sources().withoutWebhooks();
    SandboxOptions options = SandboxOptions.defaults().withCredentials(USER, USER);
    try (Sandbox dmp = Sandbox.start(options);
        WorkFolder work = WorkFolder.below(home.data().resolve("work"))) {
      greet(configuration.sources());
      Home own = TrialHome.in(work.path(), home, sources);
      Drivers.from(home.folder().resolve("lib"));
      AdapterSettings apart = settings.forTrial(dmp.uri(), USER, own.data().resolve("outbox.db"));
      try (RunningAdapter adapter =
          RunningAdapter.start(own, apart, configuration.mappings(), sources, Clock.systemUTC())) {
        adapter.readNow();
        Scene scene = new Scene(own, sources, dmp, adapter);
        return conclude(scene, watch(scene));
      }
    } catch (IllegalStateException e) {
      if (stopped.getCount() > 0) {
        throw e;
      }
      say(STOPPED); // Camel does not start while the process ends
      return false;
    }
  }

  /** The merchant's own, and somebody to send as: a trial needs no account. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("DMP_PASSWORD_FILE");
    environment.put("DMP_USERNAME", USER);
    environment.put("DMP_PASSWORD", USER);
    return environment;
  }

  private void greet(SourceFiles sources) {
    say(
        """
        A trial: events go to a stand-in for the DMP on this machine, and nothing is kept. Files in \
        drop/ stay where they are.""");
    for (SourceSettings source : sources.good()) {
      if (source instanceof WebhookSettings) {
        say(
            """
            The webhook %1$s is not tried, for what a shop posts now would be lost: try a body that \
            it sent with preview %1$s --input FILE."""
                .formatted(source.name()));
      }
    }
  }

  /** Tells now and then how it goes; false where it was stopped before its end. */
  private boolean watch(Scene scene) throws IOException, InterruptedException {
    long told = System.nanoTime();
    while (!isOver(scene)) {
      if (stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      if (System.nanoTime() - told >= PROGRESS.toNanos()) {
        told = System.nanoTime();
        say(scene.numbers().line());
      }
    }
    return true;
  }

  private static boolean isOver(Scene scene) throws IOException {
    for (SourceState state : scene.adapter.sources()) {
      if (!isRead(scene, state)) {
        return false;
      }
    }
    return scene.numbers().total("waiting") == 0;
  }

  private static boolean isRead(Scene scene, SourceState state) throws IOException {
    if (state.isFailing()) {
      return true;
    }
    for (SourceSettings source : scene.sources.good()) {
      if (source.name().equals(state.source()) && source instanceof CsvSettings csv) {
        return TrialHome.waiting(scene.own, csv).size() <= state.toMend().size();
      }
    }
    return state.lastSuccess() != null;
  }

  private boolean conclude(Scene scene, boolean whole) {
    say(whole ? "The trial is over." : STOPPED);
    say(scene.numbers().table().stripTrailing());
    say(
        "The stand-in took %d events; nothing was sent to the DMP, and nothing is kept."
            .formatted(scene.dmp.stats().taken()));
    List<String> toMend = toMend(scene);
    toMend.forEach(this::say);
    long dead = scene.numbers().total("dead");
    if (dead > 0) {
      say(dead == 1 ? "1 record was refused:" : dead + " records were refused:");
      scene.adapter.outbox().letters().unfiled(SHOWN).forEach(letter -> say("  " + line(letter)));
      say(
          dead > SHOWN
              ? "  … and " + (dead - SHOWN) + " more"
              : "Look at each with: preview SOURCE");
    }
    return toMend.isEmpty() && dead == 0;
  }

  private static List<String> toMend(Scene scene) {
    return scene.adapter.sources().stream()
        .flatMap(
            state ->
                Stream.concat(Stream.ofNullable(state.failure()), state.toMend().stream())
                    .map(words -> state.source() + ": " + words))
        .toList();
  }

  private static String line(DeadLetter letter) {
    return letter.source() + ", " + letter.place() + ": " + letter.why();
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }

  private static void removeEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else's by now.
    }
  }

  private void stop() {
    stopped.countDown();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

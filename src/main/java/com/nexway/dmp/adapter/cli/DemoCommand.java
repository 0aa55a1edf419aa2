package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.demo.Demo;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the adapter at work, without configuration and without a network. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the adapter at work between two shops and a DMP that fails now and then.",
      "The shops and a CSV drop are made up, the DMP is a stand-in. It needs no configuration and no network, and leaves your home alone."
    },
    footer = {
      "",
      "Without --once it runs until Ctrl-C. With it, it ends with 0 when each expected event was",
      "taken exactly once and each broken record became a dead letter, and with 1 otherwise."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 30;

  @Option(
      names = "--once",
      description = "End by itself, within 90 seconds, and check what has arrived.")
  private boolean once;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("nexway-dmp-adapter-demo-");
    ShippedHome.copyTo(folder);
    CountDownLatch ended = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, ended), "demo-stop"));
    try {
      List<String> differences = new Demo(folder, once, out).run(() -> start(new Home(folder)));
      return conclude(differences, folder, out);
    } catch (InterruptedException e) {
      out.println("The demo was stopped before its end.");
      return 1;
    } finally {
      out.flush();
      ended.countDown();
    }
  }

  /** Starts the adapter as {@code run} does, but untouched by this machine's environment. */
  private RunningAdapter start(Home home) throws IOException {
    Configuration configuration = Configuration.read(home, Map.of());
    AdapterSettings settings = configuration.settings();
    if (settings == null || !configuration.problems().isEmpty()) {
      throw new IllegalStateException("the demo's own files: " + configuration.problems());
    }
    home.prepare();
    Logs.toFolderAlone(home.logs(), settings.logs());
    return RunningAdapter.start(
        home, settings, configuration.mappings(), configuration.sources(), Clock.systemUTC());
  }

  private int conclude(List<String> differences, Path folder, PrintWriter out) throws IOException {
    if (differences.isEmpty()) {
      delete(folder);
      return 0;
    }
    out.println("This is not as it was expected:");
    differences.forEach(difference -> out.println("  " + difference));
    out.println("The demo's home is kept: " + folder + " (its log is in data/logs).");
    return 1;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void stop(Thread main, CountDownLatch ended) {
    main.interrupt();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

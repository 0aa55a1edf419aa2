package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.source.SourceSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the adapter until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the adapter until it is stopped.",
      "It reads the sources, keeps events safe and sends them to the DMP. Ctrl-C or SIGTERM stops it",
      "when the answers under way have come, and it ends with 0;",
      "whatever the moment, nothing that was accepted is lost."
    },
    footer = {
      "",
      "A source with something wrong in its files is not started, and told; the others run.",
      "Ends with 1 when it cannot start: something is wrong with config/adapter.yaml, the outbox or",
      "a port; and with 3 when its memory has ended (-XX:+ExitOnOutOfMemoryError): start it again."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  /** With what the machine itself takes, less than the 30 s that README and image promise. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(26);

  /** As Java itself ends where its memory ends (-XX:+ExitOnOutOfMemoryError). */
  private static final int BROKEN = 3;

  @Option(
      names = "--sandbox",
      description = {
        "A trial: files that wait in drop/ and the databases are read, events go to a stand-in for "
            + "the DMP, and nothing of it is kept. It ends by itself, or by Ctrl-C, and tells what "
            + "was refused; with 1 where something is to be mended."
      })
  private boolean sandbox;

  @Option(
      names = "--verbose",
      description = {
        "The log follows each batch, event and answer, by their numbers; for whoever looks for a "
            + "fault, not for every day."
      })
  private boolean verbose;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (verbose) {
      Logs.verbose();
    }
    Home home = homeOption.home();
    if (sandbox) {
      return new Trial(home, spec.commandLine().getOut()).run();
    }
    Configuration configuration = Configuration.read(home, System.getenv());
    AdapterSettings settings = configuration.settings();
    PrintWriter err = spec.commandLine().getErr();
    configuration.settingsProblems().forEach(err::println);
    err.flush();
    if (settings == null || !configuration.settingsProblems().isEmpty()) {
      return 1;
    }
    List<String> remarks = home.prepare();
    Logs.toFolder(home.logs(), settings.logs());
    Thread.setDefaultUncaughtExceptionHandler(RunCommand::ended);
    remarks.forEach(LOG::warn);
    alarm(configuration);
    configuration.risks().forEach(risk -> LOG.warn("{}", risk));
    UsedMappings used = new UsedMappings(home);
    Map<String, byte[]> mappings = used.read(mappings(configuration));
    RunningAdapter adapter =
        RunningAdapter.start(
            home, settings, configuration.mappings(), configuration.sources(), Clock.systemUTC());
    keep(used, mappings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(adapter), "stop"));
    LOG.info("Ready. {}", summary(configuration, adapter));
    return untilStopped();
  }

  /** What preview --changed compares with; without it, the adapter runs all the same. */
  private static void keep(UsedMappings used, Map<String, byte[]> mappings) {
    try {
      used.keep(mappings);
    } catch (IOException e) {
      LOG.warn("The mappings in use cannot be kept for preview --changed: {}", e.toString());
    }
  }

  private static Set<String> mappings(Configuration configuration) {
    return configuration.sources().good().stream()
        .map(SourceSettings::mapping)
        .collect(Collectors.toSet());
  }

  /** What is wrong but keeps only its own source from running. */
  private static void alarm(Configuration configuration) {
    configuration.problems().forEach(problem -> LOG.error("{}", problem));
    for (SourceFile source : configuration.sources().bad()) {
      LOG.error("The source {} is not started; the others are.", source.name());
    }
  }

  // A thread that dies of an Error, such as a class that is gone because the program's files were
  // replaced while it ran, leaves a process that does nothing and looks well.
  private static void ended(Thread thread, Throwable failure) {
    if (!(failure instanceof Error)) {
      LOG.error("The thread {} has ended", thread.getName(), failure);
      return;
    }
    try {
      LOG.error(
          "The adapter cannot go on and ends, to be started again; nothing accepted is lost. Were"
              + " its files replaced while it ran? ({})",
          thread.getName(),
          failure);
    } finally {
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  private static int untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
    return 0;
  }

  // Java ends with 128 and the signal's number, which a scheduler takes for a failure.
  private static void stop(RunningAdapter adapter) {
    LOG.info("Stopping: what is in flight is waited for.");
    endAnyway();
    adapter.close();
    LOG.info("Stopped.");
    Runtime.getRuntime().halt(0);
  }

  // Whatever hangs: a DMP, a database, a disk. What was accepted is stored, what has no answer yet
  // is sent again at the next start.
  private static void endAnyway() {
    Thread last =
        new Thread(
            () -> {
              try {
                Thread.sleep(LONGEST_STOP.toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              LOG.warn("Stopped without waiting longer for what hangs; nothing accepted is lost.");
              Runtime.getRuntime().halt(0);
            },
            "last-stop");
    last.setDaemon(true);
    last.start();
  }

  private static String summary(Configuration configuration, RunningAdapter adapter) {
    List<String> sources =
        configuration.sources().good().stream().map(SourceSettings::name).sorted().toList();
    String webhooks =
        adapter.webhooksPort().isPresent()
            ? "Webhooks on port %d, health".formatted(adapter.webhooksPort().getAsInt())
            : "Health";
    return "%s. %s and metrics on port %d."
        .formatted(
            sources.isEmpty()
                ? "No source yet: each is a file in routes/sources/"
                : "Sources: " + String.join(", ", sources),
            webhooks,
            adapter.operationsPort());
  }
}

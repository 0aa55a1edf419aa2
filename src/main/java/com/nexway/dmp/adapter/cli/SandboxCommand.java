package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.sandbox.SandboxOptions;
import com.nexway.dmp.adapter.sandbox.Stats;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A stand-in for the DMP on this machine, until Ctrl-C. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a stand-in for the DMP on this machine, to try the adapter against.",
    footer = {
      "",
      "It keeps the rules of the Event document: 204, 400 with reasons, 401, 429 for a body seen",
      "before. While it runs, GET /_stats tells its counts, GET /_events what it got, and",
      "POST /_faults makes it misbehave, one fault a line:",
      "  curl -d '503 times=3 retry-after=2' http://localhost:8099/_faults",
      "A fault is a status, lost (takes the event, gives no answer), cut, hang or slow=300ms,",
      "and may be narrowed by every=N, times=N, containing=TEXT; -X DELETE ends them all."
    })
public final class SandboxCommand implements Callable<Integer> {
  private static final int PROGRESS_SECONDS = 10;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "8099",
      description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--username",
      defaultValue = "sandbox",
      description = "User name it asks for (default: ${DEFAULT-VALUE}).")
  private String username = "sandbox";

  @Option(
      names = "--password",
      defaultValue = "sandbox",
      description = "Password it asks for (default: ${DEFAULT-VALUE}).")
  private String password = "sandbox";

  @Option(
      names = "--rules",
      defaultValue = "on",
      description = "off takes any body, for measuring speed (default: ${DEFAULT-VALUE}).")
  private OnOff rules = OnOff.on;

  @Option(
      names = "--fault",
      converter = FaultConverter.class,
      paramLabel = "FAULT",
      description = "How it misbehaves from the start, such as \"503 every=50 retry-after=2\".")
  private List<Misbehaviour> faults = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  enum OnOff {
    on,
    off
  }

  static final class FaultConverter implements ITypeConverter<Misbehaviour> {
    @Override
    public Misbehaviour convert(String text) {
      try {
        return Misbehaviour.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SandboxOptions options =
        SandboxOptions.defaults()
            .withHost(host)
            .withPort(port)
            .withCredentials(username, password)
            .withRules(rules == OnOff.on);
    try (Sandbox sandbox = Sandbox.start(options)) {
      sandbox.faults().set(faults);
      out.println(greeting(sandbox));
      out.flush();
      watch(sandbox, out);
      return 0;
    } catch (IOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "The sandbox does not start: "
              + e.getMessage()
              + ". Stop what uses port "
              + port
              + ", or choose another one with --port.");
      err.flush();
      return 1;
    }
  }

  private String greeting(Sandbox sandbox) {
    return """
        The sandbox stands in for the DMP at %1$s (Ctrl-C ends it).
        Point the adapter at it:
          DMP_URL=%1$s DMP_USERNAME=%2$s DMP_PASSWORD=%3$s java -jar nexway-dmp-adapter.jar run"""
        .formatted(sandbox.uri(), username, password);
  }

  /** Prints a line when something has happened, until the process is asked to end. */
  private static void watch(Sandbox sandbox, PrintWriter out) {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    Thread onStop = new Thread(() -> stop(end, said), "sandbox-stop");
    Runtime.getRuntime().addShutdownHook(onStop);
    long before = 0;
    try {
      while (!end.await(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
        Stats now = sandbox.stats();
        if (now.requests() != before) {
          before = now.requests();
          out.println(line(now));
          out.flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.println("The sandbox ends. " + line(sandbox.stats()));
    out.flush();
    said.countDown();
  }

  private static void stop(CountDownLatch end, CountDownLatch said) {
    end.countDown();
    try {
      said.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(Stats stats) {
    return "%d requests: %d events taken, %d bodies seen before, answers %s, at most %d in a second"
        .formatted(
            stats.requests(),
            stats.taken(),
            stats.duplicates(),
            stats.perStatus(),
            stats.busiestSecond());
  }
}

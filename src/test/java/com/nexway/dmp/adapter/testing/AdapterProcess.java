package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.cli.Adapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The adapter as a process of its own, as a merchant runs it: it can be killed. */
public final class AdapterProcess implements AutoCloseable {
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final String MOST_MEMORY = "-Xmx256m";

  /** What the README and the image start it with. */
  private static final List<String> AS_SHIPPED =
      List.of(
          "-Xms128m",
          MOST_MEMORY,
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData");

  private final Process process;
  private final Path output;

  private AdapterProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a command, as the README says.
   *
   * @param home the current folder of the process
   * @param environment variables beside this process's own
   * @param command the command and its options, such as {@code run}
   */
  public static AdapterProcess start(
      Path home, Map<String, String> environment, String... command) {
    return launch(ChildJava.command(AS_SHIPPED, Adapter.class, command), home, environment);
  }

  /** Starts a command before which other programs stand back, where that is allowed. */
  static AdapterProcess urgent(Path home, Map<String, String> environment, String... command) {
    List<String> line = ChildJava.command(List.of(MOST_MEMORY), Adapter.class, command);
    if (Files.exists(NICE)) {
      line.addAll(0, List.of(NICE.toString(), "-n", "-15"));
    }
    return launch(line, home, environment);
  }

  /** Starts another program of the tests with Java's own options: to compare with. */
  public static AdapterProcess program(Path folder, Class<?> program, String... arguments) {
    List<String> line = ChildJava.command(List.of(MOST_MEMORY), program, arguments);
    return launch(line, folder, Map.of());
  }

  private static AdapterProcess launch(
      List<String> line, Path home, Map<String, String> environment) {
    try {
      Path output = Scratch.file("adapter", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new AdapterProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code run} on free ports, with a stand-in as its DMP.
   *
   * @param settings what differs from the defaults: NAME, value, NAME, value …
   */
  public static AdapterProcess run(Path home, Sandbox dmp, String... settings) {
    return start(home, environment(dmp, settings), "run");
  }

  /**
   * The same, of classes that are copied into a folder first: there, what belongs to the program
   * can be taken away while it runs.
   */
  public static AdapterProcess runCopy(Path classes, Path home, Sandbox dmp, String... settings)
      throws IOException {
    Path built = Path.of("target", "classes").toAbsolutePath();
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.toList()) {
        Files.copy(file, classes.resolve(built.relativize(file).toString()));
      }
    }
    String path = ChildJava.classPath().replace(built.toString(), classes.toString());
    List<String> line = ChildJava.command(AS_SHIPPED, path, Adapter.class, "run");
    return launch(line, home, environment(dmp, settings));
  }

  /**
   * The same with further options of Java's own, which count more than those it is shipped with.
   */
  public static AdapterProcess runWith(
      List<String> options, Path home, Sandbox dmp, String... settings) {
    List<String> all = new ArrayList<>(AS_SHIPPED);
    all.addAll(options);
    return launch(ChildJava.command(all, Adapter.class, "run"), home, environment(dmp, settings));
  }

  public static Map<String, String> environment(Sandbox dmp, String... settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DMP_URL", dmp.uri().toString());
    environment.put("DMP_USERNAME", "sandbox");
    environment.put("DMP_PASSWORD", "sandbox");
    environment.put("WEBHOOKS_PORT", "0");
    environment.put("OPERATIONS_PORT", "0");
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return environment;
  }

  /**
   * Waits until the process has printed {@code words}, and fails with its output if it ends first.
   */
  public AdapterProcess awaitOutput(String words) {
    Awaitility.await("'" + words + "' in the output")
        .pollInterval(Duration.ofMillis(50))
        .failFast(
            () -> {
              if (!process.isAlive() && !output().contains(words)) {
                throw new AssertionError("the process ended:\n" + output());
              }
            })
        .until(() -> output().contains(words));
    return this;
  }

  /** All that it has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most memory that it has taken so far, in MB; 0 where the machine does not tell. */
  public long peakMemory() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** How often it has printed {@code words}. */
  public int count(String words) {
    return output().split(Pattern.quote(words), -1).length - 1;
  }

  /** The processor time that it has used since its start. */
  public Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  /** kill -9: nothing is flushed, nothing is closed. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** SIGSTOP: it stands still, and does not know it. */
  public void freeze() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      // The shell's own word: not every machine has a program of this name.
      String kill = "kill -" + name + " " + process.pid();
      int exit = new ProcessBuilder("sh", "-c", kill).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new AssertionError(kill + " ended with " + exit);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where a shop posts to; empty until the process is ready. */
  public Optional<URI> webhook(String source) {
    return address("Webhooks on port (\\d+)", "/webhooks/" + source);
  }

  /** What {@code /health} says, once the process is ready. */
  public HttpResponse<String> health() {
    return ask("/health");
  }

  /** A number of {@code /metrics} about the events of all sources, such as queued. */
  public long events(String state) {
    Matcher line =
        Pattern.compile("(?m)^dmp_adapter_events\\{.*state=\"" + state + "\"} ([\\d.E]+)")
            .matcher(ask("/metrics").body());
    return line.results().mapToLong(each -> (long) Double.parseDouble(each.group(1))).sum();
  }

  private HttpResponse<String> ask(String path) {
    awaitOutput("Ready.");
    URI ready = address("metrics on port (\\d+)", path).orElseThrow();
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<URI> address(String port, String path) {
    Matcher ready = Pattern.compile("Ready[.].*" + port).matcher(output());
    return ready.find()
        ? Optional.of(URI.create("http://127.0.0.1:" + ready.group(1) + path))
        : Optional.empty();
  }

  /** SIGTERM, as a scheduler stops it. */
  public int stop() {
    process.destroy();
    return exitCode();
  }

  /** Waits for the end. */
  public int exitCode() {
    try {
      if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}

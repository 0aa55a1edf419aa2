package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.camel.DeliveryBeans;
import com.nexway.dmp.adapter.camel.DoneFiles;
import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.delivery.Waits;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.health.Health;
import com.nexway.dmp.adapter.health.Parts;
import com.nexway.dmp.adapter.operations.HeardRecords;
import com.nexway.dmp.adapter.operations.Metrics;
import com.nexway.dmp.adapter.operations.RefusedRecords;
import com.nexway.dmp.adapter.operations.StrayFiles;
import com.nexway.dmp.adapter.outbox.Count;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel with the real routes folder, on a real outbox in a home of its own. */
public final class RunningRoutes implements AutoCloseable {
  private static final Path ROUTES = Path.of("routes").toAbsolutePath();

  private final Outbox outbox;
  private final Metrics metrics;
  private final DeliveryBeans delivery;
  private final Main main = new Main();
  private final Home home;
  private boolean stopped;

  /** How long the outbox waits for a lock that a test holds. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So that no test waits for minutes; the rule's own tests have the real ones. */
  private static final Waits SHORT =
      new Waits(
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(300));

  private RunningRoutes(Path folder, Map<String, String> environment, Waits waits, Clock clock) {
    home = new Home(folder);
    AdapterSettings settings = settings(environment);
    Location location = new Location("jdbc:sqlite:" + database(), null, null, PATIENCE);
    outbox = Outbox.open(location, settings.outbox(), clock);
    metrics = new Metrics(outbox, settings.delivery(), clock, new Health(new Parts()));
    delivery = new DeliveryBeans(settings, waits, outbox, metrics.requests(), clock);
    settings.properties().forEach(main::addProperty);
    main.bind("outbox", outbox);
    main.bind("upkeep", outbox.upkeep());
    main.bind("doneFiles", new DoneFiles(home.drop(), settings.retention().files(), clock));
    main.bind("refusedRecords", new RefusedRecords(clock));
    main.bind("heardRecords", new HeardRecords(metrics.heard(), System::nanoTime));
    main.bind("strayFiles", new StrayFiles(home.drop(), List.of()));
    main.bind("validator", new Validator());
    delivery.bind(main, home.deadLetters(), (origin, record) -> Optional.empty());
    main.configure().setStreamCachingEnabled(false);
  }

  /**
   * Starts routes by their files' names, without .yaml.
   *
   * @param folder the home; its outbox is made or goes on
   * @param environment settings that differ from the defaults, such as DMP_URL
   */
  public static RunningRoutes start(
      Path folder, Map<String, String> environment, String... routes) {
    return start(folder, environment, Clock.systemUTC(), routes);
  }

  /** As {@link #start(Path, Map, String...)}, at another time. */
  public static RunningRoutes start(
      Path folder, Map<String, String> environment, Clock clock, String... routes) {
    return start(new RunningRoutes(folder, environment, SHORT, clock), routes);
  }

  /** As {@link #start(Path, Map, String...)}, with other waits. */
  public static RunningRoutes start(
      Path folder, Map<String, String> environment, Waits waits, String... routes) {
    return start(new RunningRoutes(folder, environment, waits, Clock.systemUTC()), routes);
  }

  private static RunningRoutes start(RunningRoutes running, String... routes) {
    running.main.configure().setRoutesIncludePattern(pattern(List.of(routes)));
    running.main.start();
    return running;
  }

  private static String pattern(List<String> routes) {
    return routes.stream()
        .map(name -> "file:" + ROUTES.resolve(name + ".yaml"))
        .collect(Collectors.joining(","));
  }

  private AdapterSettings settings(Map<String, String> environment) {
    try {
      Files.createDirectories(home.folder());
      home.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<FileProblem> problems = new ArrayList<>();
    return SettingsFile.read(home, environment, problems)
        .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
  }

  /** The outbox's file. */
  public Path database() {
    return home.data().resolve("outbox.db");
  }

  public Outbox outbox() {
    return outbox;
  }

  public DestinationState destination() {
    return delivery.destination();
  }

  public DeliveryBeans delivery() {
    return delivery;
  }

  /** The numbers, as {@code /metrics} answers them. */
  public String scrape() {
    return metrics.scrape();
  }

  public CamelContext context() {
    return main.getCamelContext();
  }

  public Path deadLetters() {
    return home.deadLetters();
  }

  /** One number of one source; 0 where nothing was counted. */
  public long count(String source, String what) {
    return outbox.counts().stream()
        .filter(count -> count.source().equals(source) && count.what().toString().equals(what))
        .mapToLong(Count::number)
        .sum();
  }

  /** Stops in order, as on SIGTERM. */
  public void stop() {
    if (!stopped) {
      stopped = true;
      main.stop();
      main.shutdown();
    }
  }

  @Override
  public void close() {
    stop();
    outbox.close();
  }
}

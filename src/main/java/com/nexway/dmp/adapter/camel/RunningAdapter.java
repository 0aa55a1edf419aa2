package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.WorkFolder;
import com.nexway.dmp.adapter.health.Health;
import com.nexway.dmp.adapter.health.Parts;
import com.nexway.dmp.adapter.mapping.FirstRecords;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SecretColumns;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.operations.HeardRecords;
import com.nexway.dmp.adapter.operations.Metrics;
import com.nexway.dmp.adapter.operations.RefusedRecords;
import com.nexway.dmp.adapter.operations.StrayFiles;
import com.nexway.dmp.adapter.operations.WaitingLetters;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole adapter, running: Camel with the routes of a home, and every bean that they name. What
 * {@link #bind} lists is all that a route may use.
 */
public final class RunningAdapter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningAdapter.class);

  /** How long a stop waits for what is in flight; what follows takes seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Home home;
  private final Main main = new Main();
  private final Ports ports;
  private final WorkFolder work;
  private final Outbox outbox;
  private final Databases databases;
  private final Metrics metrics;
  private final SourceBeans sources;
  private final DeliveryBeans delivery;
  private final Parts parts = new Parts();
  private final Health health = new Health(parts);

  private RunningAdapter(
      Home home, AdapterSettings settings, Mappings mappings, SourceFiles sources, Clock clock) {
    this.home = home;
    work = work(home);
    outbox = OutboxOfSettings.open(settings, clock);
    Drivers.from(home.folder().resolve("lib"));
    databases = new Databases(settings.databases());
    metrics = new Metrics(outbox, settings.delivery(), clock, health);
    delivery = new DeliveryBeans(settings, outbox, metrics.requests(), clock);
    Refusals refusals = new Refusals(metrics.webhooks(), clock, System::nanoTime);
    SourceBeans sourceBeans =
        new SourceBeans(
            new Sources(sources.good()),
            outbox::checkpoint,
            (mapping, columns) ->
                mappings
                    .find(mapping)
                    .map(found -> words(found.missing(columns)))
                    .orElse(List.of()),
            home.mappingTexts(mappings.names()),
            databases::of,
            home.drop(),
            work.path(),
            refusals,
            clock);
    this.sources = sourceBeans;
    ports =
        new Ports(
            settings.operations(), settings.webhooks(), sources, sourceBeans.receiver(), refusals);
    ports.count(metrics);
    metrics.files(sourceBeans::files);
    new HealthChecks(outbox, delivery, sourceBeans.states(), sources).addTo(parts);
    parts.add(refusals).add(new Risks(home, settings, sources, mappings));
    RefusedRecords refused = new RefusedRecords(clock);
    StrayFiles stray = new StrayFiles(home.drop(), sources.folders());
    parts.add(refused).add(stray).add(new WaitingLetters(home.deadLetters()));
    main.bind("refusedRecords", refused);
    main.bind("heardRecords", new HeardRecords(metrics.heard(), System::nanoTime));
    main.bind("strayFiles", stray);
    bind(settings, mappings, sources, clock);
    RoutesOfHome.configure(main, home, sources, PATIENCE);
  }

  /**
   * Starts everything.
   *
   * @param sources those that are good are started; the others are shown by health
   * @throws CannotStart if a port is taken, a driver refuses, or events would go to another account
   *     than what was sent
   * @throws com.nexway.dmp.adapter.storage.StorageRefused if the outbox cannot be trusted
   */
  public static RunningAdapter start(
      Home home, AdapterSettings settings, Mappings mappings, SourceFiles sources, Clock clock) {
    RunningAdapter adapter = new RunningAdapter(home, settings, mappings, sources, clock);
    try {
      OutboxOfSettings.use(adapter.outbox, settings);
      adapter.ports.listen();
      adapter.main.start();
      adapter.ports.open();
      return adapter;
    } catch (RuntimeException e) {
      adapter.close();
      throw e;
    }
  }

  private void bind(AdapterSettings settings, Mappings mappings, SourceFiles files, Clock clock) {
    ports.bind(main);
    Mapper mapper = new Mapper(mappings, new SuppressedAddresses(settings.intake().suppressed()));
    main.bind("mapper", mapper);
    main.bind("firstRecords", new FirstRecords(mappings));
    main.bind("validator", new Validator());
    SecretColumns secrets = new SecretColumns(mappings);
    main.bind("secretColumns", secrets);
    main.bind("outbox", outbox);
    main.bind("upkeep", outbox.upkeep());
    main.bind("doneFiles", new DoneFiles(home.drop(), settings.retention().files(), clock));
    main.bind("health", health);
    main.bind("metrics", metrics);
    sources.bind(main);
    delivery.bind(main, home.deadLetters(), new TodaysMappings(files.good(), mapper, secrets));
    settings.properties().forEach(main::addProperty);
  }

  private static List<String> words(List<FileProblem> problems) {
    return problems.stream().map(FileProblem::message).toList();
  }

  private static WorkFolder work(Home home) {
    try {
      return WorkFolder.below(home.data().resolve("work"));
    } catch (IOException e) {
      throw new CannotStart(Obstacle.words(e), e);
    }
  }

  /**
   * The port for webhooks; the one that was taken where the setting is 0.
   *
   * @return empty where no source needs one
   */
  public OptionalInt webhooksPort() {
    return ports.webhooks().stream().mapToInt(PortEngine::getServerPort).findFirst();
  }

  /** The port for health and metrics; the one that was taken where the setting is 0. */
  public int operationsPort() {
    return ports.operations().getServerPort();
  }

  /** The outbox, to look at. */
  public Outbox outbox() {
    return outbox;
  }

  /** How the DMP is doing. */
  public DestinationState destination() {
    return delivery.destination();
  }

  /** How the sources fare. */
  public List<SourceState> sources() {
    return sources.states().all();
  }

  /** Begins a run of each source that waits for a time of day. */
  public void readNow() {
    sources.readNow(main.getCamelContext());
  }

  public Health health() {
    return health;
  }

  /** Stops in order: nothing new is taken, what is in flight is waited for, the store is closed. */
  @Override
  public void close() {
    outbox.upkeep().end();
    end(ports::stopTaking);
    end(main::stop);
    end(main::shutdown);
    end(ports::close);
    end(outbox::close);
    end(databases::close);
    end(work::close);
  }

  /** One step of a stop; what it cannot do must not keep the next one from being done. */
  private static void end(Ending step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      LOG.warn("A part did not stop in order: {}", e.toString());
    }
  }

  @FunctionalInterface
  private interface Ending {
    void run() throws IOException;
  }
}

package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.delivery.Requests;
import com.nexway.dmp.adapter.health.Health;
import com.nexway.dmp.adapter.health.Word;
import com.nexway.dmp.adapter.outbox.Heard;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.source.FileProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The adapter's numbers in Prometheus' text format: {@code dmp_adapter_events{source,state}} and
 * the age of the oldest as the outbox keeps them, {@code dmp_adapter_open_dead_letters{source}},
 * {@code dmp_adapter_parts{status}} as health has them, requests to the DMP and their limits, and
 * the process's own memory, processor and uptime.
 */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge events =
      MultiGauge.builder("dmp.adapter.events")
          .description("Events and records by source and state; waiting and retrying are now")
          .register(registry);
  private final MultiGauge parts =
      MultiGauge.builder("dmp.adapter.parts")
          .description("Parts of the adapter by how they fare, as /health tells them")
          .register(registry);
  private final MultiGauge files =
      MultiGauge.builder("dmp.adapter.file")
          .description("The file that a source reads now: rows, percent and seconds left")
          .register(registry);
  private final MultiGauge letters =
      MultiGauge.builder("dmp.adapter.open.dead.letters")
          .description("Dead letters that wait for a person, by source")
          .register(registry);
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final WebhookMetrics webhooks = new WebhookMetrics(registry);
  private final HeardMetrics heard = new HeardMetrics(registry);
  private final Outbox outbox;
  private final Clock clock;
  private final Health health;
  private volatile Supplier<Collection<FileProgress>> reading = List::of;

  /**
   * @param outbox asked for its numbers at each scrape
   * @param limits shown beside what they limit
   * @param health asked at each scrape
   */
  public Metrics(Outbox outbox, DeliverySettings limits, Clock clock, Health health) {
    this.outbox = outbox;
    this.clock = clock;
    this.health = health;
    TimeGauge.builder("dmp.adapter.oldest.waiting", this::oldest, TimeUnit.SECONDS)
        .description("Age of the oldest event that could be sent now; 0 where none waits")
        .register(registry);
    limits.perSecond().ifPresent(most -> limit("second", most));
    limit("in_flight", limits.inFlight());
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private void limit(String per, int most) {
    Gauge.builder("dmp.requests.limit", () -> most)
        .description("Most requests begun in any second, and most in flight")
        .tag("per", per)
        .register(registry);
  }

  private double oldest() {
    return outbox
        .oldestReady()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  /** Where delivery tells of its requests. */
  public Requests requests() {
    return requests;
  }

  /** Where webhooks' answers are counted, by source and status. */
  public ObjIntConsumer<String> webhooks() {
    return webhooks::answered;
  }

  /** Where it is counted what was not sent, or sent with a doubt, by source. */
  public BiConsumer<String, Heard> heard() {
    return heard::heard;
  }

  /**
   * From now on the connections are shown that a port has cut.
   *
   * @param port what it is called in config/adapter.yaml
   * @param counting what counts them; its owner keeps it
   * @param cut how many there were; asked at each scrape
   */
  public <T> void cuts(String port, T counting, ToDoubleFunction<T> cut) {
    FunctionCounter.builder("dmp.adapter.connections.cut", counting, cut)
        .description("Connections that were cut, and requests that could not be read")
        .tag("port", port)
        .register(registry);
  }

  /** From now on the files are shown that are being read. */
  public void files(Supplier<Collection<FileProgress>> beingRead) {
    reading = beingRead;
  }

  private static Stream<MultiGauge.Row<?>> rows(FileProgress file) {
    return Stream.of(
        row(file, "rows", (double) file.rows()),
        row(file, "percent", file.share() * 100),
        row(file, "seconds_left", (double) file.left().toSeconds()));
  }

  private static MultiGauge.Row<?> row(FileProgress file, String what, double number) {
    return MultiGauge.Row.of(Tags.of("source", file.source(), "what", what), number);
  }

  /** All numbers, as {@code /metrics} answers them. */
  public String scrape() {
    events.register(
        outbox.counts().stream()
            .<MultiGauge.Row<?>>map(
                count ->
                    MultiGauge.Row.of(
                        Tags.of("source", count.source(), "state", count.what().toString()),
                        count.number()))
            .toList(),
        true);
    letters.register(
        outbox.letters().waiting().entrySet().stream()
            .<MultiGauge.Row<?>>map(
                of -> MultiGauge.Row.of(Tags.of("source", of.getKey()), of.getValue()))
            .toList(),
        true);
    files.register(reading.get().stream().<MultiGauge.Row<?>>flatMap(Metrics::rows).toList(), true);
    Map<Word, Integer> fare = health.count();
    parts.register(
        fare.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                of ->
                    MultiGauge.Row.of(
                        Tags.of("status", of.getKey().name().toLowerCase(Locale.ROOT)),
                        of.getValue()))
            .toList(),
        true);
    return registry.scrape();
  }
}

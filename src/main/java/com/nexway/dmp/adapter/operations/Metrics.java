package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.outbox.Count;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/**
 * The adapter's numbers in Prometheus' text format: {@code dmp_adapter_events{source,state}} as the
 * outbox keeps them, {@code dmp_adapter_ready}, and the process's own memory, processor and uptime.
 */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge events =
      MultiGauge.builder("dmp.adapter.events")
          .description("Events and records by source and state; waiting and retrying are now")
          .register(registry);
  private final Supplier<List<Count>> counts;

  /**
   * @param counts the outbox's numbers, asked at each scrape
   * @param health asked at each scrape whether all works
   */
  public Metrics(Supplier<List<Count>> counts, Health health) {
    this.counts = counts;
    Gauge.builder("dmp.adapter.ready", health, h -> h.report().status() == 200 ? 1 : 0)
        .description("1 where every part works")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** The registry, for parts that measure more. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** All numbers, as {@code /metrics} answers them. */
  public String scrape() {
    events.register(
        counts.get().stream()
            .<MultiGauge.Row<?>>map(
                count ->
                    MultiGauge.Row.of(
                        Tags.of("source", count.source(), "state", count.what()), count.number()))
            .toList(),
        true);
    return registry.scrape();
  }
}

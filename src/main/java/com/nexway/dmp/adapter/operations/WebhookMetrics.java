package com.nexway.dmp.adapter.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Answers to webhooks as numbers: {@code dmp_adapter_webhooks_total{source,answer}}. Sources are
 * those of routes/sources/ and answers our own: the labels are few whatever is sent.
 */
final class WebhookMetrics {
  private final MeterRegistry registry;

  WebhookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void answered(String source, int status) {
    Counter.builder("dmp.adapter.webhooks")
        .description("Webhooks by source, and by what they were answered")
        .tag("source", source)
        .tag("answer", Integer.toString(status))
        .register(registry)
        .increment();
  }
}

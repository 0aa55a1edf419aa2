package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.outbox.Heard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was not sent, or sent with a doubt, as numbers: {@code
 * dmp_adapter_heard_total{source,what,reason}}. Of a source, 50 reasons are told apart, the rest
 * are {@code other}: the labels are few whatever a shop gives. Safe for several threads.
 */
final class HeardMetrics {
  private static final int REASONS = 50;

  private final MeterRegistry registry;
  private final Map<String, Set<String>> reasons = new HashMap<>();

  HeardMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  synchronized void heard(String source, Heard heard) {
    Set<String> known = reasons.computeIfAbsent(source, name -> new HashSet<>());
    boolean apart =
        known.contains(heard.reason()) || known.size() < REASONS && known.add(heard.reason());
    Counter.builder("dmp.adapter.heard")
        .description("Records that were left out, were known, or are doubted, by reason")
        .tag("source", source)
        .tag("what", heard.kind().name().toLowerCase(Locale.ROOT))
        .tag("reason", apart ? heard.reason() : "other")
        .register(registry)
        .increment(heard.records());
  }
}

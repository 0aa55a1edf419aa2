package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.delivery.Requests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests to the DMP as numbers: {@code dmp_requests_total{answer}}, {@code dmp_request_seconds}
 * and {@code dmp_requests_in_flight}. An answer is one of the statuses that mean something of their
 * own, else its class ({@code 4xx}), or {@code none}: the labels are few whatever is answered.
 */
final class RequestMetrics implements Requests {
  private static final int STATUSES = 600;
  private static final int[] OF_THEIR_OWN = {
    204, 400, 401, 403, 404, 408, 429, 500, 501, 502, 503, 504
  };

  /** A quick answer, the pace of one request at the documented limit, up to the usual time-out. */
  private static final Duration[] BUCKETS =
      Stream.of(25, 50, 100, 250, 500, 1_000, 2_500, 10_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Counter[] byStatus = new Counter[STATUSES];
  private final Counter none;
  private final Counter other;
  private final Timer time;
  private final LongAdder inFlight = new LongAdder();

  RequestMetrics(MeterRegistry registry) {
    for (int group = 2; group < STATUSES / 100; group++) {
      Counter counter = counter(registry, group + "xx");
      Arrays.fill(byStatus, group * 100, (group + 1) * 100, counter);
    }
    IntStream.of(OF_THEIR_OWN)
        .forEach(status -> byStatus[status] = counter(registry, Integer.toString(status)));
    none = counter(registry, "none");
    other = counter(registry, "other");
    time =
        Timer.builder("dmp.request")
            .description("From writing a request to the end of its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    Gauge.builder("dmp.requests.in.flight", inFlight, LongAdder::sum)
        .description("Requests written and not yet answered")
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String answer) {
    return Counter.builder("dmp.requests")
        .description("Requests to the DMP, by what it answered")
        .tag("answer", answer)
        .register(registry);
  }

  @Override
  public void begun() {
    inFlight.increment();
  }

  @Override
  public void ended(long nanos) {
    inFlight.decrement();
    time.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void answered(int status) {
    if (status == 0) {
      none.increment();
    } else {
      Counter counter = status > 0 && status < STATUSES ? byStatus[status] : null;
      (counter == null ? other : counter).increment();
    }
  }
}

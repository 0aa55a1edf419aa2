package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How fast events leave, from {@code dmp:} in config/adapter.yaml.
 *
 * @param perSecond most requests begun in any one second; the DMP's documented limit is 10; empty
 *     for no limit
 * @param inFlight most requests begun and not yet answered
 * @param timeout how long one answer is waited for
 */
public record DeliverySettings(OptionalInt perSecond, int inFlight, Duration timeout) {
  private static final Key<OptionalInt> PER_SECOND =
      Key.of(
          "dmp.per-second",
          Forms.rate(10_000),
          "10",
          "Most requests begun in any one second. Nexway's limit is 10; ask Nexway before you raise"
              + " it.");
  private static final Key<Integer> IN_FLIGHT =
      Key.of(
          "dmp.in-flight", Forms.whole(1, 1000), "64", "Most requests begun and not yet answered.");

  /** {@code dmp.timeout}. */
  public static final Key<Duration> TIMEOUT =
      Key.of("dmp.timeout", Forms.time("100ms", "5m"), "30s", "How long one answer is waited for.");

  /** What is set of it. */
  public static final List<Key<?>> KEYS = List.of(PER_SECOND, IN_FLIGHT, TIMEOUT);

  /** What the merchant set. */
  public static DeliverySettings from(Values values) {
    return new DeliverySettings(values.get(PER_SECOND), values.get(IN_FLIGHT), values.get(TIMEOUT));
  }

  public DeliverySettings {
    if (perSecond.isPresent() && perSecond.getAsInt() < 1 || inFlight < 1) {
      throw new IllegalArgumentException("at least one request at a time must be allowed");
    }
  }
}

package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
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
  public DeliverySettings {
    if (perSecond.isPresent() && perSecond.getAsInt() < 1 || inFlight < 1) {
      throw new IllegalArgumentException("at least one request at a time must be allowed");
    }
  }
}

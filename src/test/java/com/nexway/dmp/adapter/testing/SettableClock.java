package com.nexway.dmp.adapter.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  /** Lets time pass. */
  public void tick(Duration time) {
    now = now.plus(time);
    nanos.addAndGet(time.toNanos());
  }

  /** Somebody sets the host's clock, forward or back; no time passes. */
  public void set(Duration forward) {
    now = now.plus(forward);
  }

  /** Time that nobody sets, as {@link System#nanoTime}. */
  public long nanos() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

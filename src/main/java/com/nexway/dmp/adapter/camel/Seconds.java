package com.nexway.dmp.adapter.camel;

import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.util.TimeUtils;

/** {@code {{seconds:5m}}}: JDBC counts in seconds, people do not. */
final class Seconds implements PropertiesFunction {
  private static final long MILLIS = 1_000;

  @Override
  public String getName() {
    return "seconds";
  }

  @Override
  public String apply(String duration) {
    return Long.toString(TimeUtils.toMilliSeconds(duration) / MILLIS);
  }
}

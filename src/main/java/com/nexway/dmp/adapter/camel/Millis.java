package com.nexway.dmp.adapter.camel;

import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.util.TimeUtils;

/** {@code {{millis:60s}}}: Quartz counts in milliseconds, people do not. */
final class Millis implements PropertiesFunction {
  @Override
  public String getName() {
    return "millis";
  }

  @Override
  public String apply(String duration) {
    return Long.toString(TimeUtils.toMilliSeconds(duration));
  }
}

package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import org.apache.camel.spi.PropertiesFunction;

/** {@code {{zone-of:orders}}}: the zone of a source's calendar, which its mapping may say. */
final class ZoneOf implements PropertiesFunction {
  private final Sources sources;

  ZoneOf(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String getName() {
    return "zone-of";
  }

  @Override
  public String apply(String source) {
    return sources.of(source, DatabaseSettings.class).zone().getId();
  }
}

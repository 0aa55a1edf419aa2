package com.nexway.dmp.adapter.settings;

import java.time.Duration;
import java.util.List;

/** {@code logs:}: how much log is kept. */
final class LogKeys {
  static final Key<Long> FILE = Key.of("logs.max-file", Forms.size("100KB", "1GB"), "10MB");
  static final Key<Long> TOTAL = Key.of("logs.max-total", Forms.size("1MB", "100GB"), "200MB");
  static final Key<Duration> KEEP = Key.of("logs.keep", Forms.time("1d", "3650d"), "30d");

  static final List<Key<?>> ALL = List.of(FILE, TOTAL, KEEP);

  private LogKeys() {}

  static LogSettings settings(Values values) {
    return new LogSettings(values.get(FILE), values.get(TOTAL), values.get(KEEP));
  }
}

package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;

/**
 * How much log is kept in data/logs, from {@code logs:} in config/adapter.yaml.
 *
 * @param fileBytes a file longer than this is put aside, compressed
 * @param totalBytes the oldest files are removed beyond this
 * @param keep files older than this are removed; whole days
 */
public record LogSettings(long fileBytes, long totalBytes, Duration keep) {
  private static final Key<Long> TOTAL =
      Key.of(
          "logs.max-total",
          Forms.size("1MB", "100GB"),
          "200MB",
          "Beyond this, the oldest files are removed.");
  private static final Key<Duration> KEEP =
      Key.of("logs.keep", Forms.time("1d", "3650d"), "30d", "Files older than this are removed.");

  static final List<Key<?>> KEYS = List.of(TOTAL, KEEP);

  /** Small enough for an editor and a mail. */
  private static final long FILE = 10L << 20;

  static LogSettings from(Values values) {
    long total = values.get(TOTAL);
    return new LogSettings(Math.min(FILE, total), total, values.get(KEEP));
  }
}
